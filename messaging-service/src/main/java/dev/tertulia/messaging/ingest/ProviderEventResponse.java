package dev.tertulia.messaging.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
        @Schema(examples = "failed") String status,
        @Schema(examples = "not-understood") @Nullable String problem,

        @Schema(examples = "0199b0c6-9a44-7c15-8d2e-5f3b7a9c1e20") @Nullable
        String requestId,

        @Schema(examples = "1482") int sizeBytes,
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
