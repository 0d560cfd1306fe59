package dev.tertulia.platform.events.consume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.platform.events.EventJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came.
 *
 * @param type its topic
 * @param source the service that tells of it, as {@code /tertulia/messaging}
 * @param key the aggregate's id
 * @param sequence the aggregate's sequence after the change
 * @param payload JSON
 */
public record ConsumedEvent(
        UUID id,
        String type,
        @Nullable String source,
        UUID tenantId,
        String key,
        String subject,
        long sequence,
        @Nullable String requestId,
        Instant time,
        String payload) {

    /** The payload as a record. Fails with {@link dev.tertulia.platform.events.UnreadableEventException}. */
    public <T> T as(Class<T> type) {
        return EventJson.read(payload, type);
    }

    /** The payload as a tree. Fails with {@link dev.tertulia.platform.events.UnreadableEventException}. */
    public JsonNode tree() {
        return EventJson.tree(payload);
    }

    /** Without the payload, which is content. */
    @Override
    public String toString() {
        return type + " " + id + " of " + key + " (" + sequence + ") of tenant " + tenantId;
    }
}
