package dev.tertulia.platform.events.relay;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that waits to be published. */
record OutboxRow(
        long seq,
        UUID tenantId,
        UUID id,
        String topic,
        String key,
        String subject,
        long sequence,
        @Nullable String requestId,
        Instant occurredAt,
        String payload) {

    static final String COLUMNS =
            "seq, tenant_id, id, topic, key, subject, aggregate_sequence, request_id, occurred_at, payload";

    static OutboxRow from(Row row) {
        return new OutboxRow(
                row.getLong(0),
                row.getUUID(1),
                row.getUUID(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getOffsetDateTime(8).toInstant(),
                row.getString(9));
    }
}
