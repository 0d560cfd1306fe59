package dev.tertulia.contracts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The sample is what the database writes and others build on: the record must read it and write it back unchanged. */
class AuditEventSampleTest {

    @Test
    void theRecordReadsItsSampleAndWritesItBack() throws IOException {
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream file = AuditRecorded.class.getResourceAsStream("/samples/audit/audit.recorded.json")) {
            JsonNode sample = json.readTree(file);
            assertThat(json.<JsonNode>valueToTree(json.treeToValue(sample, AuditRecorded.class)))
                    .isEqualTo(sample);
        }
    }
}
