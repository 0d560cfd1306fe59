package dev.tertulia.messaging.realtime;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets a ticket open one socket. The gateway seals tickets and checks them; that one is used once, the database holds. */
@ApplicationScoped
class RealtimeTickets {
    private static final Logger LOG = Logger.getLogger(RealtimeTickets.class);
    private static final String USE = "insert into realtime_nonce (nonce) values ($1) on conflict do nothing";
    private static final int AT_ONCE = 10_000;
    private static final int LONGEST = 100;

    private final UnitOfWork units;
    private final TenantDatabase database;
    private final CrossTenantLookup lookup;
    private final RealtimeConfig config;
    private final Clock clock;

    RealtimeTickets(
            UnitOfWork units, TenantDatabase database, CrossTenantLookup lookup, RealtimeConfig config, Clock clock) {
        this.units = units;
        this.database = database;
        this.lookup = lookup;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        var before = clock.instant().minus(config.nonceRetention()).atOffset(ZoneOffset.UTC);
        return lookup.select("purge_realtime_nonces", Tuple.of(before, AT_ONCE))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Used tickets are not forgotten yet: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    /** False when the nonce was used before. Without one the caller came with a passport of their own: always true. */
    Uni<Boolean> use(UUID tenant, @Nullable String nonce) {
        if (nonce == null) {
            return Uni.createFrom().item(true);
        }
        if (nonce.isBlank() || nonce.length() > LONGEST) {
            return Uni.createFrom().item(false);
        }
        return units.as(
                tenant,
                () -> database.inTransaction(connection -> connection
                        .preparedQuery(USE)
                        .execute(Tuple.of(nonce))
                        .map(inserted -> inserted.rowCount() == 1)));
    }
}
