package dev.tertulia.tenant.audit;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.tenant.audit.AuditMonths.Present;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Makes the months that are to come and drops those that were kept for long enough, at the start and then again and again.
 * That it stands still loses nothing: a month that is missing is made with its first entry.
 */
@ApplicationScoped
class AuditUpkeep {
    private static final Logger LOG = Logger.getLogger(AuditUpkeep.class);
    private static final Duration SHORTEST_RETENTION = Duration.ofDays(90);
    private static final int AT_ONCE = 100;

    private final AuditMonths months;
    private final CrossTenantLookup acrossTenants;
    private final UnitOfWork units;
    private final TenantDatabase database;
    private final ChainWriter writer;
    private final AuditConfig config;
    private final Clock clock;

    AuditUpkeep(
            AuditMonths months,
            CrossTenantLookup acrossTenants,
            UnitOfWork units,
            TenantDatabase database,
            ChainWriter writer,
            AuditConfig config,
            Clock clock) {
        if (config.retention().compareTo(SHORTEST_RETENTION) < 0) {
            throw new IllegalArgumentException("tertulia.audit.retention must be at least 90 days");
        }
        this.months = months;
        this.acrossTenants = acrossTenants;
        this.units = units;
        this.database = database;
        this.writer = writer;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${tertulia.audit.upkeep-interval:6h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keepUp() {
        return makeAhead()
                .chain(this::dropOldest)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("The months of the audit are not kept up yet: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> makeAhead() {
        YearMonth present = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        return months.make(present, present.plusMonths(config.monthsAhead()));
    }

    /** One month at a time, so that a clock which is wrong takes no more before somebody sees it. */
    Uni<Boolean> dropOldest() {
        Instant kept = clock.instant().minus(config.retention());
        // The database's clock must agree: once chains begin behind a month, they no longer vouch for it.
        return months.present()
                .flatMap(present -> present.stream()
                        .filter(Present::mayGo)
                        .map(Present::month)
                        .filter(month -> !end(month).isAfter(kept))
                        .findFirst()
                        .map(this::drop)
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> drop(YearMonth month) {
        return beginBehind(end(month)).chain(() -> months.drop(month)).invoke(dropped -> {
            if (dropped) {
                LOG.infof("The audit of %s was kept for %s and is gone", month, config.retention());
            } else {
                LOG.warnf("The audit of %s could not be dropped yet", month);
            }
        });
    }

    /** Each chain is told, in a transaction of its own, before what it begins with goes. */
    private Uni<Void> beginBehind(Instant time) {
        return acrossTenants
                .select("audit_chains_reaching_before", Tuple.of(time.atOffset(ZoneOffset.UTC), AT_ONCE))
                .flatMap(rows -> {
                    List<UUID> tenants = StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.getUUID("tenant_id"))
                            .toList();
                    return tenants.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : beginBehind(tenants, time).chain(() -> beginBehind(time));
                });
    }

    private Uni<Void> beginBehind(List<UUID> tenants, Instant time) {
        return Multi.createFrom()
                .iterable(tenants)
                .onItem()
                .transformToUniAndConcatenate(tenant -> units.as(
                        tenant, () -> database.inTransaction(connection -> writer.beginBehind(connection, time))))
                .onItem()
                .ignoreAsUni();
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
