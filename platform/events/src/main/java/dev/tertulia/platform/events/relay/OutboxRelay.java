package dev.tertulia.platform.events.relay;

import dev.tertulia.platform.events.CommitSignal;
import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.KafkaSettings;
import dev.tertulia.platform.events.RepeatedWork;
import dev.tertulia.platform.events.RepeatedWork.Next;
import dev.tertulia.platform.events.TopicCreation;
import dev.tertulia.platform.events.log.EventLogTail;
import dev.tertulia.platform.events.relay.RelayTransaction.Outcome;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Publishes what is committed to the outbox, as long as the process lives: woken by a commit, else looking by itself.
 * Every replica may run one; one of them publishes at a time. An event is published at least once, each aggregate's in
 * order.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration SHORTEST_WAIT_FOR_LEADER = Duration.ofMillis(5);
    // More than publishing may take, for the database has its part in it.
    private static final Duration DATABASE_ALLOWANCE = Duration.ofSeconds(30);

    private final RelayTransaction transaction;
    private final KafkaPublisher publisher;
    private final EventsConfig.RelayConfig config;
    private final EventLogTail tail;
    private final RelayMetrics metrics;
    private final RepeatedWork work;
    private Duration waitForLeader = SHORTEST_WAIT_FOR_LEADER;

    OutboxRelay(
            @ReactiveDataSource("relay") Pool pool,
            KafkaSettings kafka,
            TopicCreation topics,
            EventsConfig config,
            EventLogTail tail,
            RelayMetrics metrics) {
        this.publisher = new KafkaPublisher(kafka, topics, config);
        this.transaction = new RelayTransaction(pool, publisher, config);
        this.config = config.relay();
        this.tail = tail;
        this.metrics = metrics;
        this.work = new RepeatedWork("relay", this.config.longestBackoff(), this::publishNext);
    }

    void start(@Observes StartupEvent event, CommitSignal commits) {
        if (config.enabled()) {
            commits.listen(this::wake);
            start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    void start() {
        work.start();
    }

    void stop() {
        work.stop();
        transaction.close();
        publisher.close();
    }

    /** Has it look into the outbox now. */
    public void wake() {
        work.wake();
    }

    private Next publishNext() {
        Outcome outcome = transaction.run().await().atMost(config.sendTimeout().plus(DATABASE_ALLOWANCE));
        if (!outcome.leading()) {
            return waitForLeader();
        }
        waitForLeader = SHORTEST_WAIT_FOR_LEADER;
        if (outcome.isEmpty()) {
            return Next.after(config.pollInterval());
        }
        metrics.published(outcome.published());
        tail.wake();
        if (outcome.parked() > 0) {
            LOG.errorf("%d events were refused for good and are set aside in outbox_parked", outcome.parked());
        }
        return Next.atOnce();
    }

    // The one who holds the lock may have looked before our events were there, so this asks again soon, and less often
    // the longer the other takes.
    private Next waitForLeader() {
        Duration wait = waitForLeader;
        Duration longer = wait.multipliedBy(2);
        waitForLeader = longer.compareTo(config.pollInterval()) < 0 ? longer : config.pollInterval();
        return Next.notBefore(wait);
    }
}
