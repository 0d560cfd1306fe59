package dev.tertulia.tenant.signup;

import dev.tertulia.platform.tenancy.PlatformDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Forgets sign-ups after a day, done or not, and who called how often once it makes no difference. */
@ApplicationScoped
class SignupPurge {
    private static final Logger LOG = Logger.getLogger(SignupPurge.class);

    private final PlatformDatabase database;
    private final SignupRepository signups;
    private final Vertx vertx;
    private final SignupConfig config;
    private final Clock clock;
    private volatile long timer = -1;

    SignupPurge(PlatformDatabase database, SignupRepository signups, Vertx vertx, SignupConfig config, Clock clock) {
        this.database = database;
        this.signups = signups;
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(
                config.purgeInterval().toMillis(),
                tick -> purge().subscribe()
                        .with(
                                forgotten -> LOG.debugf("Forgot %d sign-ups", forgotten),
                                failure -> LOG.warnf(
                                        "Sign-ups were not forgotten: %s",
                                        failure.getClass().getSimpleName())));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Gives how many sign-ups it was. */
    Uni<Integer> purge() {
        return database.inTransaction(
                connection -> signups.forget(connection, clock.instant().minus(config.keptFor())));
    }
}
