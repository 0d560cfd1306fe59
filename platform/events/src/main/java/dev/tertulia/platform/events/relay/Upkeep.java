package dev.tertulia.platform.events.relay;

import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.RepeatedWork;
import dev.tertulia.platform.events.RepeatedWork.Next;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Measures the backlog, and deletes published and processed events that are older than they are kept. */
@ApplicationScoped
public class Upkeep {
    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(60);

    private static final String MEASURE = """
            select count(*), coalesce(extract(epoch from now() - min(occurred_at)), 0)::bigint,
              (select count(*) from outbox_parked)
            from outbox""";

    // Positions have no gaps, so the next ones to go are found without a search.
    private static final String PRUNE_LOG = """
            with pruned as (
              delete from event_log
              where position <= (select pruned_to from event_log_head) + $2
                and published_at < now() - make_interval(secs => $1)
              returning position
            ), last as (
              select max(position) as position, count(*) as count from pruned
            ), head as (
              update event_log_head set pruned_to = greatest(pruned_to, last.position) from last where last.count > 0
            )
            select count from last""";

    private static final String FORGET_PROCESSED = """
            with forgotten as (
              delete from processed_event where ctid = any(array(
                select ctid from processed_event where processed_at < now() - make_interval(secs => $1)
                order by processed_at limit $2))
              returning 1
            )
            select count(*) from forgotten""";

    private final Pool pool;
    private final EventsConfig config;
    private final RelayMetrics metrics;
    private final RepeatedWork measuring;
    private final RepeatedWork pruning;

    Upkeep(@ReactiveDataSource("relay") Pool pool, EventsConfig config, RelayMetrics metrics) {
        this.pool = pool;
        this.config = config;
        this.metrics = metrics;
        Duration longestPause = config.log().pruneInterval();
        this.measuring = new RepeatedWork("backlog measurement", longestPause, this::measure);
        this.pruning = new RepeatedWork("pruning", longestPause, this::prune);
    }

    void start(@Observes StartupEvent event) {
        if (config.relay().enabled()) {
            measuring.start();
            pruning.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        measuring.stop();
        pruning.stop();
    }

    private Next measure() {
        Row figures = one(MEASURE, Tuple.tuple());
        metrics.measured(new Backlog(figures.getLong(0), Duration.ofSeconds(figures.getLong(1)), figures.getLong(2)));
        return Next.after(config.relay().backlogInterval());
    }

    private Next prune() {
        int batch = config.log().pruneBatch();
        long pruned = prune(PRUNE_LOG, config.log().retention(), batch);
        long forgotten = prune(FORGET_PROCESSED, config.log().processedRetention(), batch);
        return pruned < batch && forgotten < batch ? Next.after(config.log().pruneInterval()) : Next.atOnce();
    }

    private long prune(String statement, Duration retention, int batch) {
        return one(statement, Tuple.of((double) retention.toSeconds(), batch)).getLong(0);
    }

    private Row one(String statement, Tuple values) {
        return pool.withConnection(
                        connection -> connection.preparedQuery(statement).execute(values))
                .await()
                .atMost(STATEMENT_LIMIT)
                .iterator()
                .next();
    }
}
