package dev.tertulia.platform.events;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event to be published once the transaction that it is appended in has committed.
 *
 * @param topic the Kafka topic, which is also the event's type
 * @param key the id of the aggregate; events of one key stay in order
 * @param subject the id of what the event is about, often the aggregate itself
 * @param sequence the aggregate's sequence after the change, which lets consumers compare events of several topics
 * @param requestId the request that caused it; absent means that of the unit of work
 * @param occurredAt absent means the time of the transaction
 * @param payload a record of {@code contracts/}, published as JSON
 */
public record OutboxEvent(
        String topic,
        String key,
        String subject,
        long sequence,
        @Nullable String requestId,
        @Nullable Instant occurredAt,
        Object payload) {

    public OutboxEvent {
        Topics.requireLegalName(topic);
        Objects.requireNonNull(key);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(payload);
    }

    /** An event about the aggregate itself. */
    public static OutboxEvent of(String topic, UUID aggregateId, long sequence, Object payload) {
        String id = aggregateId.toString();
        return new OutboxEvent(topic, id, id, sequence, null, null, payload);
    }

    /** The same event, about something within its aggregate. */
    public OutboxEvent about(UUID subjectId) {
        return new OutboxEvent(topic, key, subjectId.toString(), sequence, requestId, occurredAt, payload);
    }

    public OutboxEvent causedBy(@Nullable String request) {
        return new OutboxEvent(topic, key, subject, sequence, request, occurredAt, payload);
    }

    public OutboxEvent at(Instant time) {
        return new OutboxEvent(topic, key, subject, sequence, requestId, time, payload);
    }
}
