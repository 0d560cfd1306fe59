package dev.tertulia.contracts.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are what the database writes and others build on: the records must read them and write them back. */
class UsageEventSamplesTest {
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of(UsageTopics.USAGE_LIMIT_REACHED, UsageLimitReached.class),
                Arguments.of(UsageTopics.USAGE_COUNTED, UsageCounted.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void theRecordReadsItsSampleAndWritesItBack(String topic, Class<?> record) throws IOException {
        try (InputStream file = UsageCounted.class.getResourceAsStream("/samples/usage/" + topic + ".json")) {
            JsonNode sample = json.readTree(file);
            assertThat(json.readTree(json.writeValueAsBytes(json.treeToValue(sample, record))))
                    .isEqualTo(sample);
        }
    }
}
