package dev.tertulia.messaging.dispatch;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/** How much waits to be sent, since when, and how sends end. */
@ApplicationScoped
class DispatchMetrics {
    private final MeterRegistry registry;
    private final CrossTenantLookup lookup;
    private final Clock clock;
    private volatile long waiting;
    private volatile Duration oldest = Duration.ZERO;

    DispatchMetrics(MeterRegistry registry, CrossTenantLookup lookup, Clock clock) {
        this.registry = registry;
        this.lookup = lookup;
        this.clock = clock;
        Gauge.builder("messaging.dispatch.waiting", this, metrics -> metrics.waiting)
                .description("Messages that wait to be sent")
                .register(registry);
        Gauge.builder("messaging.dispatch.oldest", this, metrics -> metrics.oldest.toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How long the oldest of them has been waiting")
                .register(registry);
    }

    void sent(Outcome outcome) {
        registry.counter("messaging.sends", "outcome", outcome.wireName()).increment();
    }

    @Scheduled(
            every = "${messaging.dispatch.measure-interval:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return lookup.select("dispatch_backlog", Tuple.tuple())
                .invoke(rows -> {
                    Row row = rows.iterator().next();
                    OffsetDateTime since = row.getOffsetDateTime("oldest");
                    waiting = row.getLong("waiting");
                    oldest = since == null ? Duration.ZERO : Duration.between(since.toInstant(), clock.instant());
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
