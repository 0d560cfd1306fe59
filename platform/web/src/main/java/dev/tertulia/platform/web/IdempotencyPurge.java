package dev.tertulia.platform.web;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets idempotency keys whose day has passed, those of all tenants, from a process's first use of keys on. Replicas do
 * not get into each other's way.
 */
@ApplicationScoped
class IdempotencyPurge {
    private static final Logger LOG = Logger.getLogger(IdempotencyPurge.class);
    private static final int BATCH = 5_000;
    private static final long NOT_BEGUN = -1;

    private final CrossTenantLookup acrossTenants;
    private final Vertx vertx;
    private final Duration interval;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile long timer = NOT_BEGUN;

    IdempotencyPurge(
            CrossTenantLookup acrossTenants,
            Vertx vertx,
            @ConfigProperty(name = "tertulia.idempotency.purge-every", defaultValue = "30M") Duration interval) {
        this.acrossTenants = acrossTenants;
        this.vertx = vertx;
        this.interval = interval;
    }

    /** From now on, if not already. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            timer = vertx.setPeriodic(interval.toMillis(), tick -> purge());
        }
    }

    @PreDestroy
    void end() {
        if (timer != NOT_BEGUN) {
            vertx.cancelTimer(timer);
        }
    }

    private void purge() {
        purge(BATCH)
                .subscribe()
                .with(
                        removed -> LOG.debugf("Forgot %d idempotency keys", removed),
                        failure ->
                                LOG.warnf("Idempotency keys were not forgotten: %s", LoggedFailure.summary(failure)));
    }

    /** Batch by batch, so that no statement takes long. Gives how many there were. */
    Uni<Long> purge(int batch) {
        return acrossTenants
                .select("purge_idempotency_keys", Tuple.of(batch))
                .map(rows -> rows.iterator().next().getLong(0))
                .flatMap(removed -> removed < batch
                        ? Uni.createFrom().item(removed)
                        : purge(batch).map(more -> removed + more));
    }
}
