package dev.tertulia.messaging.ingest;

import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ProviderEventRepository {
    static final Sort NEWEST_FIRST = Sort.by("provider-events", UUID.class);
    // Said in full, since the index of the troubled ones is partial.
    private static final String TROUBLED = """
            from provider_event e where e.tenant_id = current_setting('app.tenant_id')::uuid and e.status <> 'taken'
                and ($1::text is null or e.status = $1) and ($2::uuid is null or e.id < $2)
            order by e.id desc limit $3""";
    private static final String ONE =
            " from provider_event e where e.tenant_id = current_setting('app.tenant_id')::uuid" + " and e.id = $1";
    private static final String TAKEN = """
            update provider_event e set status = 'taken', problem = null
            where e.tenant_id = current_setting('app.tenant_id')::uuid and e.id = $1""";

    /** With its content. */
    record Kept(ProviderEventResponse event, byte[] body) {}

    /** One more than a page of those that were not taken. */
    Uni<List<ProviderEventResponse>> troubled(SqlConnection connection, @Nullable String status, PageRequest page) {
        Optional<Cursor> after = page.after(NEWEST_FIRST);
        return connection
                .preparedQuery("select " + ProviderEventResponse.COLUMNS + " " + TROUBLED)
                .execute(Tuple.of(status, after.map(cursor -> cursor.uuid(0)).orElse(null), page.fetchSize()))
                .map(rows -> {
                    List<ProviderEventResponse> events = new ArrayList<>(rows.size());
                    rows.forEach(row -> events.add(ProviderEventResponse.of(row)));
                    return events;
                });
    }

    Uni<Optional<Kept>> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery("select " + ProviderEventResponse.COLUMNS + ", e.body" + ONE)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(kept(rows.iterator().next())));
    }

    private static Kept kept(Row row) {
        Buffer body = row.getBuffer("body");
        return new Kept(ProviderEventResponse.of(row), body.getBytes());
    }

    Uni<Void> markTaken(SqlConnection connection, UUID id) {
        return connection.preparedQuery(TAKEN).execute(Tuple.of(id)).replaceWithVoid();
    }
}
