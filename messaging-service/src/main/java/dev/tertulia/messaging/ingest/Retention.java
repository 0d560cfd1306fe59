package dev.tertulia.messaging.ingest;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Forgets what providers sent once it is old: webhooks as they came, and items whose message never came. A tenant may
 * want the former sooner, never later.
 */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int AT_ONCE = 2000;
    // Ids are of the time at which they were made, so that the key finds the oldest without reading the others.
    private static final String FORGET_OF_TENANT = """
            delete from provider_event e where e.tenant_id = current_setting('app.tenant_id')::uuid
                and e.id in (select o.id from provider_event o
                    where o.tenant_id = current_setting('app.tenant_id')::uuid and o.id < $1
                    order by o.id limit $2 for update skip locked)""";

    private final CrossTenantLookup lookup;
    private final UnitOfWork units;
    private final TenantDatabase database;
    private final IngestConfig config;
    private final Clock clock;

    Retention(CrossTenantLookup lookup, UnitOfWork units, TenantDatabase database, IngestConfig config, Clock clock) {
        this.lookup = lookup;
        this.units = units;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${messaging.ingest.purge-interval:5m}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetWhatIsOld() {
        return forget("purge_provider_events", config.eventRetention())
                .chain(() -> forget("purge_waiting_items", config.waitingRetention()))
                .chain(this::forgetWhereTenantsWantItSooner);
    }

    /** In small transactions, until no more is old. Another replica that does the same takes other rows. */
    private Uni<Void> forget(String function, Duration kept) {
        return untilLessThanAtOnce(
                function,
                () -> lookup.select(
                                function, Tuple.of(clock.instant().minus(kept).atOffset(ZoneOffset.UTC), AT_ONCE))
                        .map(rows -> rows.iterator().next().getLong(0)));
    }

    private Uni<Void> forgetWhereTenantsWantItSooner() {
        return lookup.select("tenants_that_forget_sooner", Tuple.of((int)
                        config.eventRetention().toDays()))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> forgetOf(
                        row.getUUID("tenant_id"), clock.instant().minus(Duration.ofDays(row.getInteger("days")))))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> forgetOf(UUID tenant, Instant before) {
        Tuple oldest = Tuple.of(UuidV7.at(before.toEpochMilli()), AT_ONCE);
        return untilLessThanAtOnce(
                "Provider events of " + tenant,
                () -> units.as(
                        tenant,
                        () -> database.inTransaction(connection -> connection
                                .preparedQuery(FORGET_OF_TENANT)
                                .execute(oldest)
                                .map(rows -> (long) rows.rowCount()))));
    }

    private static Uni<Void> untilLessThanAtOnce(String what, Supplier<Uni<Long>> forget) {
        return Uni.createFrom()
                .deferred(() -> forget.get())
                .repeat()
                .until(forgotten -> forgotten < AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("%s: not now (%s)", what, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
