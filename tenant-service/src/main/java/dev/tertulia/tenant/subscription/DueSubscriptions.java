package dev.tertulia.tenant.subscription;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.tenant.plan.PlansConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Looks for what has come due, in all tenants. Every replica may: each thing is looked at again under the lock of its
 * subscription. What came due while nobody looked is done at the next look.
 */
@ApplicationScoped
class DueSubscriptions {
    private static final Logger LOG = Logger.getLogger(DueSubscriptions.class);
    private static final int AT_ONCE = 500;

    private final CrossTenantLookup acrossTenants;
    private final UnitOfWork unitOfWork;
    private final SubscriptionService subscriptions;
    private final PlansConfig config;
    private final Clock clock;

    DueSubscriptions(
            CrossTenantLookup acrossTenants,
            UnitOfWork unitOfWork,
            SubscriptionService subscriptions,
            PlansConfig config,
            Clock clock) {
        this.acrossTenants = acrossTenants;
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${tertulia.plans.look-every:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return due().onItem()
                .transformToMulti(tenants -> Multi.createFrom().iterable(tenants))
                .onItem()
                .transformToUniAndConcatenate(this::advance)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "What is due cannot be looked for: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<UUID>> due() {
        Instant now = clock.instant();
        return acrossTenants
                .select(
                        "subscriptions_due",
                        Tuple.of(
                                now.atOffset(ZoneOffset.UTC),
                                now.minus(config.grace()).atOffset(ZoneOffset.UTC),
                                AT_ONCE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("tenant_id"))
                        .toList());
    }

    /** One that fails holds up no other; it is tried again at the next look. */
    private Uni<Void> advance(UUID tenant) {
        return unitOfWork
                .as(tenant, subscriptions::advance)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "What is due for tenant %s was not done: %s",
                        tenant, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
