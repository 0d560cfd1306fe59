package dev.tertulia.contracts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are what others build on: each record must read its sample and write it back unchanged. */
class ContactEventSamplesTest {
    private static final Map<String, Class<? extends ContactEvent>> RECORDS = Map.of(
            ContactTopics.CREATED, ContactCreated.class,
            ContactTopics.UPDATED, ContactUpdated.class,
            ContactTopics.MERGED, ContactMerged.class,
            ContactTopics.UNMERGED, ContactUnmerged.class,
            ContactTopics.ERASED, ContactErased.class);

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {"contact.created", "contact.updated", "contact.merged", "contact.unmerged", "contact.erased"})
    void recordReadsItsSampleAndWritesItBack(String topic) throws IOException {
        JsonNode sample = sample(topic);
        ContactEvent event = json.treeToValue(sample, RECORDS.get(topic));
        assertThat(json.<JsonNode>valueToTree(event)).isEqualTo(sample);
        assertThat(event.contactId()).hasToString(sample.get("contactId").asText());
    }

    @Test
    void everyKindOfEventHasItsTopic() {
        assertThat(RECORDS.values()).containsExactlyInAnyOrder(permitted());
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends ContactEvent>[] permitted() {
        return (Class<? extends ContactEvent>[]) ContactEvent.class.getPermittedSubclasses();
    }

    private JsonNode sample(String topic) throws IOException {
        try (InputStream in = ContactEvent.class.getResourceAsStream("/samples/contact/" + topic + ".json")) {
            return json.readTree(in);
        }
    }
}
