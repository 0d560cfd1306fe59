package dev.tertulia.messaging.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that was kept, without its content.
 *
 * @param status taken: its items are applied; unreadable: not understood; aside: understood, but it could not be stored
 * @param problem why it was not taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProviderEventResponse(
        UUID id,
        UUID channelId,
        String status,
        @Nullable String problem,
        @Nullable String requestId,
        int sizeBytes,
        Instant receivedAt) {
    static final String COLUMNS =
            "e.id, e.channel_id, e.status, e.problem, e.request_id, length(e.body) as size_bytes, e.received_at";

    static ProviderEventResponse of(Row row) {
        return new ProviderEventResponse(
                row.getUUID("id"),
                row.getUUID("channel_id"),
                row.getString("status"),
                row.getString("problem"),
                row.getString("request_id"),
                row.getInteger("size_bytes"),
                row.getOffsetDateTime("received_at").toInstant());
    }
}
