package dev.tertulia.platform.events.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.events.UnreadableEventException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private static final UUID ID = UUID.randomUUID();
    private static final UUID TENANT = UUID.randomUUID();

    private final Map<String, String> headers = new LinkedHashMap<>(Map.of(
            "ce_id", ID.toString(),
            "ce_tenantid", TENANT.toString(),
            "ce_source", "/tertulia/messaging",
            "ce_subject", "subject",
            "ce_sequence", "9",
            "ce_time", "2026-01-02T03:04:05Z",
            "ce_requestid", "request"));

    @Test
    void theEnvelopeIsReadFromTheHeaders() {
        assertThat(EventReader.read(record("key", "{}")))
                .isEqualTo(new ConsumedEvent(
                        ID,
                        "message.received",
                        "/tertulia/messaging",
                        TENANT,
                        "key",
                        "subject",
                        9,
                        "request",
                        Instant.parse("2026-01-02T03:04:05Z"),
                        "{}"));
    }

    @Test
    void notEveryEventHasARequest() {
        headers.remove("ce_requestid");
        assertThat(EventReader.read(record("key", "{}")).requestId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_tenantid", "ce_subject", "ce_sequence", "ce_time"})
    void withoutOneOfTheOthersItIsNoEvent(String name) {
        headers.remove(name);
        unreadable("key", "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_tenantid", "ce_sequence", "ce_time"})
    void whatIsNotOfItsTypeIsNoEvent(String name) {
        headers.put(name, "?");
        unreadable("key", "{}");
    }

    @Test
    void keyAndPayloadAreNeeded() {
        unreadable(null, "{}");
        unreadable("key", null);
    }

    private void unreadable(@Nullable String key, @Nullable String payload) {
        assertThatThrownBy(() -> EventReader.read(record(key, payload))).isInstanceOf(UnreadableEventException.class);
    }

    private ConsumerRecord<String, String> record(@Nullable String key, @Nullable String payload) {
        var record = new ConsumerRecord<String, String>("message.received", 0, 0, key, payload);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
