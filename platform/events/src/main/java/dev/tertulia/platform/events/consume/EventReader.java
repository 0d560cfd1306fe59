package dev.tertulia.platform.events.consume;

import dev.tertulia.platform.events.CloudEventHeaders;
import dev.tertulia.platform.events.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads an event's envelope from its headers. */
final class EventReader {
    private EventReader() {}

    /** Fails with {@link UnreadableEventException} where something is missing that every event has. */
    static ConsumedEvent read(ConsumerRecord<String, String> record) {
        try {
            return new ConsumedEvent(
                    UUID.fromString(required(record, CloudEventHeaders.ID)),
                    record.topic(),
                    header(record, CloudEventHeaders.SOURCE),
                    UUID.fromString(required(record, CloudEventHeaders.TENANT_ID)),
                    present(record.key(), "key"),
                    required(record, CloudEventHeaders.SUBJECT),
                    Long.parseLong(required(record, CloudEventHeaders.SEQUENCE)),
                    header(record, CloudEventHeaders.REQUEST_ID),
                    Instant.parse(required(record, CloudEventHeaders.TIME)),
                    present(record.value(), "payload"));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEventException("A header is not of its type: " + e.getMessage());
        }
    }

    private static String required(ConsumerRecord<String, String> record, String name) {
        return present(header(record, name), name);
    }

    private static String present(@Nullable String value, String what) {
        if (value == null) {
            throw new UnreadableEventException("It has no " + what);
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
