package dev.tertulia.tenant.erasure;

import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import dev.tertulia.platform.holdings.HoldingsExported;
import dev.tertulia.platform.holdings.HoldingsTopics;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** Keeps when what a service holds of the unit of work's tenant was last given out. */
@ApplicationScoped
class TenantExports implements EventConsumer {
    private static final String KEEP = """
            insert into tenant_export (service, exported_at, row_count, file_count) values ($1, $2, $3, $4)
            on conflict (tenant_id, service) do update set exported_at = excluded.exported_at,
                row_count = excluded.row_count, file_count = excluded.file_count
            where tenant_export.exported_at < excluded.exported_at""";

    private static final String TAKEN = "select service, exported_at from tenant_export where exported_at >= $1";

    private final TenantDatabase database;

    TenantExports(TenantDatabase database) {
        this.database = database;
    }

    /** When each service's was taken since then, by service. */
    Uni<JsonObject> taken(Instant since) {
        return database.inTransaction(connection -> connection
                .preparedQuery(TAKEN)
                .execute(Tuple.of(since.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    JsonObject taken = new JsonObject();
                    rows.forEach(row ->
                            taken.put(row.getString(0), row.getOffsetDateTime(1).toInstant()));
                    return taken;
                }));
    }

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public Set<String> topics() {
        return Set.of(HoldingsTopics.HOLDINGS_EXPORTED);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        HoldingsExported exported = event.as(HoldingsExported.class);
        return database.inTransactionUnderWay(connection -> connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        exported.service(), exported.at().atOffset(ZoneOffset.UTC), exported.rows(), exported.files()))
                .replaceWithVoid());
    }
}
