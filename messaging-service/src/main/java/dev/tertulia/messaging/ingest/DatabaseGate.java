package dev.tertulia.messaging.ingest;

import dev.tertulia.platform.tenancy.DatabaseProbe;
import dev.tertulia.platform.web.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Closed while the database does not answer, so that webhooks are told to come again at once instead of each waiting for
 * the time limit. It asks the database now and then and opens with the first answer.
 */
@ApplicationScoped
class DatabaseGate {
    private static final Logger LOG = Logger.getLogger(DatabaseGate.class);

    private final Vertx vertx;
    private final DatabaseProbe probe;
    private final IngestConfig config;
    private final AtomicBoolean closed = new AtomicBoolean();

    DatabaseGate(Vertx vertx, DatabaseProbe probe, IngestConfig config) {
        this.vertx = vertx;
        this.probe = probe;
        this.config = config;
    }

    boolean closed() {
        return closed.get();
    }

    void close(Throwable cause) {
        if (closed.compareAndSet(false, true)) {
            LOG.warnf(
                    "The database does not answer (%s): webhooks are told to come again",
                    cause.getClass().getSimpleName());
            probe();
        }
    }

    private void probe() {
        vertx.setTimer(
                config.probeInterval().toMillis(),
                timer -> probe.ask()
                        .ifNoItem()
                        .after(config.timeLimit())
                        .fail()
                        .subscribe()
                        .with(
                                answered -> {
                                    closed.set(false);
                                    LOG.info("The database answers again");
                                },
                                failure -> probe()));
    }

    /** Whether the failure says that the database cannot be reached or is shutting down, whatever was asked of it. */
    static boolean isAway(Throwable failure) {
        if (failure instanceof ProblemException) {
            return false;
        }
        if (!(failure instanceof PgException refused)) {
            // Defects of ours are no reason to close; everything of the network and of the pool is.
            return !(failure instanceof IllegalStateException
                    || failure instanceof IllegalArgumentException
                    || failure instanceof NullPointerException
                    || failure instanceof ClassCastException
                    || failure instanceof IndexOutOfBoundsException);
        }
        String state = refused.getSqlState();
        // Classes: connection exceptions, operator intervention, insufficient resources, system errors.
        return state == null
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.startsWith("58");
    }

    /** Whether trying the same again later may pass: serialization, deadlock, lock and statement time-outs. */
    static boolean isTransient(PgException refused) {
        String state = refused.getSqlState();
        return state != null && (state.startsWith("40") || state.equals("55P03") || state.equals("57014"));
    }
}
