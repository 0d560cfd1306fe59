package dev.tertulia.platform.events.log;

import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.RepeatedWork;
import dev.tertulia.platform.events.RepeatedWork.Next;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Follows the event log of all tenants as it grows: every event once, in the order of publication, none left out, also
 * when another process published it or the database was away meanwhile. It reads only while somebody listens.
 */
@ApplicationScoped
public class EventLogTail {
    private static final Logger LOG = Logger.getLogger(EventLogTail.class);
    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(30);
    private static final String HEAD = "select position from event_log_head";
    private static final String READ =
            "select " + EventLogRow.COLUMNS + " from event_log where position > $1 order by position limit $2";

    private final Pool pool;
    private final EventsConfig.LogConfig config;
    private final RepeatedWork work;
    private final Queue<Joining> joining = new ConcurrentLinkedQueue<>();
    private final List<Consumer<List<LoggedEvent>>> listeners = new CopyOnWriteArrayList<>();
    private long position;

    EventLogTail(@ReactiveDataSource("relay") Pool pool, EventsConfig config) {
        this.pool = pool;
        this.config = config.log();
        this.work = new RepeatedWork("event log tail", config.relay().longestBackoff(), this::readNext);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    private record Joining(Consumer<List<LoggedEvent>> listener, CompletableFuture<Listening> begun) {}

    /** Somebody listens, until it is closed. */
    public final class Listening implements AutoCloseable {
        private final Consumer<List<LoggedEvent>> listener;
        private final long position;

        private Listening(Consumer<List<LoggedEvent>> listener, long position) {
            this.listener = listener;
            this.position = position;
        }

        /** The listener gets every event after this position, and none up to it. */
        public long position() {
            return position;
        }

        @Override
        public void close() {
            listeners.remove(listener);
        }
    }

    /**
     * Calls the listener with all events published from now on. It is called on a thread of the tail and must soon
     * return, for others wait behind it; what it throws is logged and passed over.
     */
    public Uni<Listening> listen(Consumer<List<LoggedEvent>> listener) {
        return Uni.createFrom().completionStage(() -> {
            var newcomer = new Joining(listener, new CompletableFuture<>());
            joining.add(newcomer);
            work.wake();
            return newcomer.begun();
        });
    }

    /** Tells that events were published by this process. */
    public void wake() {
        if (!listeners.isEmpty()) {
            work.wake();
        }
    }

    private Next readNext() {
        admitNewcomers();
        if (listeners.isEmpty()) {
            return Next.whenWoken();
        }
        List<LoggedEvent> events = EventLogRow.events(select(READ, Tuple.of(position, config.batchSize())));
        if (events.isEmpty()) {
            return Next.after(config.pollInterval());
        }
        listeners.forEach(listener -> tell(listener, events));
        position = events.getLast().position();
        return Next.atOnce();
    }

    private RowSet<Row> select(String statement, Tuple values) {
        return pool.withConnection(
                        connection -> connection.preparedQuery(statement).execute(values))
                .await()
                .atMost(STATEMENT_LIMIT);
    }

    private void admitNewcomers() {
        if (joining.isEmpty()) {
            return;
        }
        if (listeners.isEmpty()) {
            position = select(HEAD, Tuple.tuple()).iterator().next().getLong(0);
        }
        for (Joining newcomer = joining.poll(); newcomer != null; newcomer = joining.poll()) {
            listeners.add(newcomer.listener());
            newcomer.begun().complete(new Listening(newcomer.listener(), position));
        }
    }

    private static void tell(Consumer<List<LoggedEvent>> listener, List<LoggedEvent> events) {
        try {
            listener.accept(events);
        } catch (RuntimeException e) {
            LOG.error("A listener of the event log failed", e);
        }
    }
}
