package dev.tertulia.platform.events.log;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.stream.StreamSupport;

/** How events stand in the table. */
final class EventLogRow {
    static final String COLUMNS =
            "position, tenant_id, id, topic, key, subject, aggregate_sequence, request_id, occurred_at, payload";

    private EventLogRow() {}

    static List<LoggedEvent> events(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(EventLogRow::event)
                .toList();
    }

    private static LoggedEvent event(Row row) {
        return new LoggedEvent(
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
