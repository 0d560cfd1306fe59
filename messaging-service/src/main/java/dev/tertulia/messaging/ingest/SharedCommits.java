package dev.tertulia.messaging.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Joins webhooks into transactions: what arrives while the last ones are under way shares the next, so that under load
 * the price of a commit is shared by many and nobody waits longer than for two commits.
 *
 * <p>A batch that fails is halved until the webhook at fault stands alone; that one is kept aside with its reason, and
 * nobody else's message suffers.
 */
@ApplicationScoped
class SharedCommits {
    private static final Logger LOG = Logger.getLogger(SharedCommits.class);
    private static final int TRIES_BEFORE_HALVING = 2;

    private final Vertx vertx;
    private final IngestTransaction transaction;
    private final DatabaseGate gate;
    private final IngestConfig config;
    private final MeterRegistry metrics;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    // One event loop runs all batches, so that a transaction's steps do not wander between threads.
    private final Context loop;

    SharedCommits(
            Vertx vertx, IngestTransaction transaction, DatabaseGate gate, IngestConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.transaction = transaction;
        this.gate = gate;
        this.config = config;
        this.metrics = metrics;
        this.loop = vertx.getOrCreateContext();
    }

    void announce(@Observes StartupEvent start) {
        metrics.gauge("messaging_ingest_waiting", waiting);
    }

    private record Waiting(WebhookDelivery delivery, UniEmitter<? super Void> answer) {}

    /** Completes once the webhook is durable; fails with {@link IngestUnavailableException} when it cannot be now. */
    Uni<Void> store(WebhookDelivery delivery) {
        return Uni.createFrom().<Void>emitter(answer -> {
            if (gate.closed()) {
                answer.fail(new IngestUnavailableException("The database does not answer"));
            } else if (waiting.incrementAndGet() > config.maxWaiting()) {
                waiting.decrementAndGet();
                answer.fail(new IngestUnavailableException("Too many webhooks are waiting"));
            } else {
                queue.add(new Waiting(delivery, answer));
                flush();
            }
        });
    }

    private void flush() {
        while (!queue.isEmpty()) {
            int running = underWay.get();
            if (running >= config.transactions()) {
                return;
            }
            if (underWay.compareAndSet(running, running + 1)) {
                List<Waiting> batch = take();
                if (batch.isEmpty()) {
                    underWay.decrementAndGet();
                } else {
                    loop.runOnContext(start -> run(batch));
                }
            }
        }
    }

    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < config.batchSize() && bytes < config.batchBytes()) {
            Waiting next = queue.poll();
            if (next == null) {
                break;
            }
            bytes += next.delivery().body().length;
            batch.add(next);
        }
        waiting.addAndGet(-batch.size());
        return batch;
    }

    private void run(List<Waiting> batch) {
        metrics.summary("messaging_ingest_batch_size").record(batch.size());
        store(batch, 1).ifNoItem().after(config.timeLimit()).fail().subscribe().with(done -> next(), failure -> {
            // The transaction may still commit; whoever delivers again finds the message there.
            gate.close(failure);
            batch.forEach(one -> one.answer().fail(new IngestUnavailableException("The database does not answer")));
            next();
        });
    }

    private void next() {
        underWay.decrementAndGet();
        if (gate.closed()) {
            refuseAll();
        } else {
            flush();
        }
    }

    private void refuseAll() {
        for (Waiting one = queue.poll(); one != null; one = queue.poll()) {
            waiting.decrementAndGet();
            one.answer().fail(new IngestUnavailableException("The database does not answer"));
        }
    }

    /** Answers every webhook of the batch; fails only when the database is away, with nobody answered yet. */
    private Uni<Void> store(List<Waiting> batch, int attempt) {
        return transaction
                .store(batch.stream().map(Waiting::delivery).toList())
                .invoke(() -> batch.forEach(one -> one.answer().complete(null)))
                .onFailure()
                .recoverWithUni(failure -> mend(batch, attempt, failure));
    }

    private Uni<Void> mend(List<Waiting> batch, int attempt, Throwable failure) {
        if (DatabaseGate.isAway(failure)) {
            return Uni.createFrom().failure(failure);
        }
        if (attempt < TRIES_BEFORE_HALVING) {
            // A deadlock or a race between replicas: the second time it usually passes.
            return store(batch, attempt + 1);
        }
        if (batch.size() > 1) {
            List<Waiting> first = batch.subList(0, batch.size() / 2);
            List<Waiting> second = batch.subList(batch.size() / 2, batch.size());
            return store(first, 1).chain(() -> store(second, 1));
        }
        return keepAside(batch.getFirst(), failure);
    }

    private Uni<Void> keepAside(Waiting one, Throwable failure) {
        if (failure instanceof PgException refused && DatabaseGate.isTransient(refused)) {
            one.answer().fail(new IngestUnavailableException("The database is busy"));
            return Uni.createFrom().voidItem();
        }
        // The database's own words may quote the content, so only its code is kept and logged.
        String problem = failure instanceof PgException refused
                ? "Storing it failed with SQLSTATE " + refused.getSqlState()
                : "Storing it failed with " + failure.getClass().getSimpleName();
        LOG.errorf(
                "Webhook %s of channel %s is kept aside: %s",
                one.delivery().eventId(), one.delivery().channel().id(), problem);
        if (!(failure instanceof PgException)) {
            LOG.error("The defect behind it", failure);
        }
        return transaction
                .keepAside(one.delivery(), problem)
                .invoke(() -> one.answer().complete(null));
    }
}
