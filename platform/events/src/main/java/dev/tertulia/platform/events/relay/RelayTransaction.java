package dev.tertulia.platform.events.relay;

import dev.tertulia.platform.events.EventsConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Publishes one batch: under the lock that only one relay of the service can hold, reads the oldest events, has them
 * published, and moves them to the event log. A relay that dies before the end leaves them where they were, and the next
 * one publishes them again.
 */
final class RelayTransaction implements AutoCloseable {
    // Any number will do, as long as nobody else locks with it; the second one is the table's own.
    private static final String LOCK = "select pg_try_advisory_xact_lock(7283, 'outbox'::regclass::oid::int)";

    // Asked first, outside a transaction: mostly there is nothing, and then it is all there is to do.
    private static final String ANYTHING = "select exists (select from outbox)";

    // A statement of its own, for it must see what the lock's last holder committed.
    private static final String READ = "select " + OutboxRow.COLUMNS + " from ("
            + "select *, sum(octet_length(payload)) over (order by seq) - octet_length(payload) as before from ("
            + "select * from outbox order by seq limit $1) oldest) measured where before < $2 order by seq";

    // Audit and usage are for their one consumer and not for clients that resume: the log would hold twice as much for
    // nobody.
    private static final String MOVE = """
            with sent as (
              delete from outbox where seq = any($1) returning *
            ), moved as (
              select * from sent where topic not in ('audit.recorded', 'usage.counted', 'usage.limit-reached')
            ), head as (
              update event_log_head set position = position + (select count(*) from moved) returning position
            )
            insert into event_log (position, tenant_id, id, topic, key, subject, aggregate_sequence, request_id,
              occurred_at, payload)
            select head.position - count(*) over () + row_number() over (order by seq), tenant_id, id, topic, key,
              subject, aggregate_sequence, request_id, occurred_at, payload
            from moved, head""";

    private static final String PARK = """
            with parked as (
              delete from outbox where seq = any($1) returning *
            )
            insert into outbox_parked (seq, tenant_id, id, topic, key, subject, aggregate_sequence, request_id,
              occurred_at, payload, reason)
            select seq, tenant_id, id, topic, key, subject, aggregate_sequence, request_id, occurred_at, payload,
              refused.reason
            from parked join unnest($1::bigint[], $2::text[]) as refused (seq, reason) using (seq)""";

    private final Pool pool;
    private final KafkaPublisher publisher;
    private final int batchSize;
    private final long batchBytes;
    private final ExecutorService mayBlock = Executors.newVirtualThreadPerTaskExecutor();

    RelayTransaction(Pool pool, KafkaPublisher publisher, EventsConfig config) {
        this.pool = pool;
        this.publisher = publisher;
        this.batchSize = config.relay().batchSize();
        this.batchBytes = config.relay().batchBytes();
    }

    /**
     * What became of a batch.
     *
     * @param leading whether this relay had the lock
     * @param parked how many events were set aside
     */
    record Outcome(boolean leading, int published, int parked) {
        static final Outcome NOT_LEADING = new Outcome(false, 0, 0);
        static final Outcome NOTHING_THERE = new Outcome(true, 0, 0);

        boolean isEmpty() {
            return published + parked == 0;
        }
    }

    Uni<Outcome> run() {
        return pool.withConnection(
                        connection -> connection.preparedQuery(ANYTHING).execute())
                .flatMap(rows -> rows.iterator().next().getBoolean(0)
                        ? publishBatch()
                        : Uni.createFrom().item(Outcome.NOTHING_THERE));
    }

    private Uni<Outcome> publishBatch() {
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .flatMap(locked -> locked.iterator().next().getBoolean(0)
                        ? relay(connection)
                        : Uni.createFrom().item(Outcome.NOT_LEADING)));
    }

    private Uni<Outcome> relay(SqlConnection connection) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(batchSize, batchBytes))
                .map(RelayTransaction::events)
                .flatMap(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Outcome.NOTHING_THERE)
                        : onWorker(() -> publisher.publish(rows))
                                .flatMap(refused -> settle(connection, rows, refused)));
    }

    private static List<OutboxRow> events(RowSet<Row> rows) {
        return stream(rows).map(OutboxRow::from).toList();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<Outcome> settle(SqlConnection connection, List<OutboxRow> rows, Map<OutboxRow, String> refused) {
        Long[] published = rows.stream()
                .filter(row -> !refused.containsKey(row))
                .map(OutboxRow::seq)
                .toArray(Long[]::new);
        Uni<?> moved = connection.preparedQuery(MOVE).execute(Tuple.of(published));
        return (refused.isEmpty() ? moved : moved.flatMap(done -> park(connection, refused)))
                .replaceWith(new Outcome(true, published.length, refused.size()));
    }

    private static Uni<?> park(SqlConnection connection, Map<OutboxRow, String> refused) {
        Long[] seqs = refused.keySet().stream().map(OutboxRow::seq).toArray(Long[]::new);
        String[] reasons = refused.values().toArray(String[]::new);
        return connection.preparedQuery(PARK).execute(Tuple.of(seqs, reasons));
    }

    /** Off the event loop, since Kafka's client may block, and back on the context of the transaction. */
    private <T> Uni<T> onWorker(Callable<T> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> call(work))
                .emitOn(task -> context.runOnContext(back -> task.run()));
    }

    private <T> CompletableFuture<T> call(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        mayBlock.execute(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Interrupts the publishing that is under way; its transaction rolls back. */
    @Override
    public void close() {
        mayBlock.shutdownNow();
    }
}
