package dev.tertulia.platform.allowance;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Tells tenant-service what was counted here: every few seconds what changed since, however often it changed. Replicas do
 * not get into each other's way: whoever comes second finds nothing to tell.
 */
@ApplicationScoped
class UsageReport {
    private static final Logger LOG = Logger.getLogger(UsageReport.class);
    private static final int TENANTS_AT_ONCE = 1000;

    private final CrossTenantLookup acrossTenants;
    private final UnitOfWork unitOfWork;
    private final TenantDatabase database;
    private final Vertx vertx;
    private final AllowanceConfig config;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private long timer = -1;

    UsageReport(
            CrossTenantLookup acrossTenants,
            UnitOfWork unitOfWork,
            TenantDatabase database,
            Vertx vertx,
            AllowanceConfig config,
            Clock clock) {
        this.acrossTenants = acrossTenants;
        this.unitOfWork = unitOfWork;
        this.database = database;
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.reportEvery().toMillis(), tick -> report());
    }

    @PreDestroy
    void end() {
        vertx.cancelTimer(timer);
    }

    private void report() {
        if (underWay.compareAndSet(false, true)) {
            reportAll()
                    .eventually(() -> underWay.set(false))
                    .subscribe()
                    .with(
                            done -> {},
                            failure -> LOG.debugf(
                                    "Usage was not reported: %s",
                                    failure.getClass().getSimpleName()));
        }
    }

    private Uni<Void> reportAll() {
        return acrossTenants
                .select(
                        "tenants_with_unreported_usage",
                        Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), TENANTS_AT_ONCE))
                .toMulti()
                .flatMap(rows -> Multi.createFrom().items(StreamSupport.stream(rows.spliterator(), false)))
                .map((Row row) -> row.getUUID("tenant_id"))
                .onItem()
                .transformToUniAndConcatenate(this::report)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> report(UUID tenant) {
        return unitOfWork.as(
                tenant,
                () -> database.inTransaction(connection ->
                        connection.query("select report_usage()").execute().replaceWithVoid()));
    }
}
