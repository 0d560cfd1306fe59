package dev.tertulia.platform.events.log;

import dev.tertulia.platform.tenancy.TenantDatabase;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the tenant of the unit of work published lately. */
@ApplicationScoped
public class EventLog {
    private static final String READ = "select " + EventLogRow.COLUMNS
            + " from event_log where tenant_id = current_setting('app.tenant_id')::uuid and position > $1"
            + " order by position limit $2";
    private static final String HEAD = "select position, pruned_to from event_log_head";

    private final TenantDatabase database;
    private final Pool relay;

    EventLog(TenantDatabase database, @ReactiveDataSource("relay") Pool relay) {
        this.database = database;
        this.relay = relay;
    }

    /** The tenant's events after the position, in the order of publication, at most as many as the limit. */
    public Uni<LogPage> readAfter(long position, int limit) {
        return database.inTransaction(connection -> connection
                        .preparedQuery(READ)
                        .execute(Tuple.of(position, limit))
                        .map(EventLogRow::events))
                .flatMap(events -> page(events, position));
    }

    // Looked at after the events: what was not deleted now was not deleted when they were read.
    private Uni<LogPage> page(List<LoggedEvent> events, long position) {
        return relay.withConnection(connection -> connection.preparedQuery(HEAD).execute())
                .map(rows -> new LogPage(events, covers(rows.iterator().next(), position)));
    }

    private static boolean covers(Row head, long position) {
        return position <= head.getLong(0) && position >= head.getLong(1);
    }
}
