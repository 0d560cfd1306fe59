package dev.tertulia.messaging.ingest;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Forgets what providers sent once it is old: webhooks as they came, and items whose message never came. */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final int AT_ONCE = 2000;

    private final CrossTenantLookup lookup;
    private final IngestConfig config;
    private final Clock clock;

    Retention(CrossTenantLookup lookup, IngestConfig config, Clock clock) {
        this.lookup = lookup;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${messaging.ingest.purge-interval:5m}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetWhatIsOld() {
        return forget("purge_provider_events", config.eventRetention())
                .chain(() -> forget("purge_waiting_items", config.waitingRetention()));
    }

    /** In small transactions, until no more is old. Another replica that does the same takes other rows. */
    private Uni<Void> forget(String function, Duration kept) {
        return Uni.createFrom()
                .deferred(() -> lookup.select(
                        function, Tuple.of(clock.instant().minus(kept).atOffset(ZoneOffset.UTC), AT_ONCE)))
                .map(rows -> rows.iterator().next().getLong(0))
                .repeat()
                .until(forgotten -> forgotten < AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "%s: not now (%s)", function, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
