package dev.tertulia.messaging.ingest;

import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.TenantEvent;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Applies statuses, reactions, edits and deletions that came before their message, once it is there. Recent ones are
 * looked at every second; old ones, whose message most likely is not ours, once in a while.
 */
@ApplicationScoped
class WaitingItems {
    private static final Logger LOG = Logger.getLogger(WaitingItems.class);
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final int AT_ONCE = 200;
    private static final String TAKE = """
            delete from waiting_item w where w.tenant_id = current_setting('app.tenant_id')::uuid and w.id = $1
            returning w.channel_id, w.item, w.created_at,
                (select k.type from channel k where k.tenant_id = w.tenant_id and k.id = w.channel_id) as channel_type""";

    private final CrossTenantLookup lookup;
    private final UnitOfWork units;
    private final TenantDatabase database;
    private final IngestStatements statements;
    private final ItemChanges changes;
    private final Outbox outbox;
    private final IngestConfig config;
    private final Clock clock;

    WaitingItems(
            CrossTenantLookup lookup,
            UnitOfWork units,
            TenantDatabase database,
            IngestStatements statements,
            ItemChanges changes,
            Outbox outbox,
            IngestConfig config,
            Clock clock) {
        this.lookup = lookup;
        this.units = units;
        this.database = database;
        this.statements = statements;
        this.changes = changes;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${messaging.ingest.waiting-interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> applyRecent() {
        return applySince(clock.instant().minus(RECENT));
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> applyOld() {
        return applySince(clock.instant().minus(config.waitingRetention()));
    }

    private Uni<Void> applySince(Instant since) {
        return lookup.select("waiting_items_due", Tuple.of(since.atOffset(ZoneOffset.UTC), AT_ONCE))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> apply(row.getUUID("tenant_id"), row.getUUID("item_id"))
                        .onFailure()
                        .invoke(failure -> LOG.warnf(
                                "Waiting item %s is not applied yet: %s",
                                row.getUUID("item_id"), failure.getClass().getSimpleName()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> apply(UUID tenant, UUID item) {
        return units.as(
                tenant,
                () -> database.inTransaction(connection -> connection
                        .preparedQuery(TAKE)
                        .execute(Tuple.of(item))
                        .flatMap(rows -> rows.size() == 0
                                ? Uni.createFrom().voidItem()
                                : apply(connection, tenant, rows.iterator().next()))));
    }

    private Uni<Void> apply(SqlConnection connection, UUID tenant, Row row) {
        WaitingItem waiting = WaitingItem.of(row.getJsonObject("item").encode());
        Uni<List<TenantEvent>> applied;
        InboundItem change = waiting.change();
        if (waiting.status() != null) {
            applied = statements
                    .storeStatuses(connection, List.of(waiting.status()))
                    .map(IngestEvents::ofStatuses);
        } else if (change != null) {
            applied = changes.apply(
                    connection,
                    new ItemChange(
                            tenant,
                            row.getUUID("channel_id"),
                            row.getString("channel_type"),
                            null,
                            row.getOffsetDateTime("created_at").toInstant(),
                            change));
        } else {
            applied = Uni.createFrom().item(List.of());
        }
        return applied.flatMap(
                events -> outbox.append(events.stream().map(TenantEvent::event).toList()));
    }
}
