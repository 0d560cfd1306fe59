package dev.tertulia.platform.events.log;

import dev.tertulia.platform.events.EventJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published event.
 *
 * @param position its place in the order of publication
 * @param type its topic
 * @param key the aggregate's id
 * @param sequence the aggregate's sequence after the change
 * @param payload JSON
 */
public record LoggedEvent(
        long position,
        UUID tenantId,
        UUID id,
        String type,
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

    /** Without the payload, which is content. */
    @Override
    public String toString() {
        return position + " " + type + " " + id + " of " + key + " (" + sequence + ") of tenant " + tenantId;
    }
}
