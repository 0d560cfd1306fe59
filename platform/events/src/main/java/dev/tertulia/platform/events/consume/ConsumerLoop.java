package dev.tertulia.platform.events.consume;

import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.KafkaSettings;
import dev.tertulia.platform.events.TopicCreation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls for one consumer on a thread of its own and hands each partition's records to its lane. Polling goes on while
 * lanes are busy or wait for a database that is away, so the assignment is kept; full lanes are paused. An offset is
 * committed after its record is done, never before.
 */
final class ConsumerLoop {
    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    // What is under way when a partition is taken away may end within this time; later it is seen as processed.
    private static final Duration REVOCATION_LIMIT = Duration.ofSeconds(5);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final String group;
    private final Set<String> topics;
    private final Delivery delivery;
    private final KafkaSettings kafka;
    private final TopicCreation creation;
    private final Duration commitInterval;
    private final Map<TopicPartition, PartitionLane> lanes = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Thread thread;
    private final AtomicLong lag = new AtomicLong();
    private long lastCommit = System.nanoTime();
    private volatile boolean stopped;
    private volatile @Nullable KafkaConsumer<String, String> current;

    ConsumerLoop(
            String group,
            Set<String> topics,
            Delivery delivery,
            KafkaSettings kafka,
            TopicCreation creation,
            EventsConfig config) {
        this.group = group;
        this.topics = Set.copyOf(topics);
        this.delivery = delivery;
        this.kafka = kafka;
        this.creation = creation;
        this.commitInterval = config.consumers().commitInterval();
        // Not a virtual one: it sits in the selector all its life.
        Gauge.builder("events.lag", lag, AtomicLong::get)
                .description("Events of this replica's partitions that are still to take effect")
                .tag("consumer", delivery.consumer())
                .register(Metrics.globalRegistry);
        this.thread = Thread.ofPlatform().name("events-" + group).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Begins to end. */
    void stop() {
        stopped = true;
        KafkaConsumer<String, String> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        } else {
            thread.interrupt();
        }
    }

    void awaitEnd(Duration limit) throws InterruptedException {
        thread.join(limit);
    }

    private void run() {
        while (!stopped) {
            try {
                creation.ensure(topics);
                consume();
            } catch (InterruptException e) {
                LOG.debugf("%s was interrupted", group);
            } catch (KafkaException e) {
                LOG.warnf("%s begins anew after: %s", group, Failures.describe(e));
                pause();
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s begins anew", group);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            LOG.debugf("%s need not wait any longer", group);
        }
    }

    private void consume() {
        var consumer = new KafkaConsumer<>(kafka.consumer(group), new StringDeserializer(), new StringDeserializer());
        try {
            current = consumer;
            consumer.subscribe(topics, new Rebalance(consumer));
            while (!stopped) {
                poll(consumer);
            }
            release(consumer, Set.copyOf(lanes.keySet()), true);
        } finally {
            current = null;
            lag.set(0);
            close(consumer);
        }
    }

    private void close(KafkaConsumer<String, String> consumer) {
        lanes.values().forEach(PartitionLane::stop);
        try {
            consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
        } finally {
            lanes.clear();
            committed.clear();
        }
    }

    private void poll(KafkaConsumer<String, String> consumer) {
        try {
            ConsumerRecords<String, String> records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                lanes.computeIfAbsent(partition, any -> new PartitionLane(delivery, consumer::wakeup))
                        .add(records.records(partition));
            }
        } catch (WakeupException e) {
            LOG.tracef("%s has room again", group);
        }
        throttle(consumer);
        if (System.nanoTime() - lastCommit >= commitInterval.toNanos()) {
            commitAsync(consumer);
            lag.set(lag(consumer));
        }
    }

    /** As far as the broker has told: what it holds beyond our position, and what waits in the lanes. */
    private long lag(KafkaConsumer<String, String> consumer) {
        long behind = 0;
        for (TopicPartition partition : consumer.assignment()) {
            PartitionLane lane = lanes.get(partition);
            behind += consumer.currentLag(partition).orElse(0) + (lane == null ? 0 : lane.undelivered());
        }
        return behind;
    }

    private void throttle(KafkaConsumer<String, String> consumer) {
        Set<TopicPartition> paused = consumer.paused();
        lanes.forEach((partition, lane) -> {
            if (lane.hasFailed()) {
                throw new IllegalStateException("The lane of " + partition + " has failed");
            }
            if (lane.isFull() != paused.contains(partition)) {
                if (lane.isFull()) {
                    consumer.pause(Set.of(partition));
                } else {
                    consumer.resume(Set.of(partition));
                }
            }
        });
    }

    private void commitAsync(KafkaConsumer<String, String> consumer) {
        lastCommit = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> offsets = progress(lanes.keySet());
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (of, failure) -> {
                if (failure == null) {
                    of.forEach((partition, offset) -> lanes.computeIfPresent(partition, (key, lane) -> {
                        committed.put(key, offset.offset());
                        return lane;
                    }));
                } else {
                    // The next commit carries these as well; until then they may come again and change nothing.
                    LOG.debugf("%s could not commit: %s", group, Failures.describe(failure));
                }
            });
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> progress(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            PartitionLane lane = lanes.get(partition);
            long done = lane == null ? -1 : lane.done();
            if (done > committed.getOrDefault(partition, -1L)) {
                offsets.put(partition, new OffsetAndMetadata(done));
            }
        }
        return offsets;
    }

    private void release(
            KafkaConsumer<String, String> consumer, Collection<TopicPartition> partitions, boolean stillOurs) {
        partitions.forEach(partition -> lanes.computeIfPresent(partition, (key, lane) -> {
            lane.stop();
            return lane;
        }));
        if (stillOurs) {
            long deadline = System.nanoTime() + REVOCATION_LIMIT.toNanos();
            partitions.forEach(partition -> lanes.computeIfPresent(partition, (key, lane) -> {
                lane.awaitEnd(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
                return lane;
            }));
            commitSync(consumer, partitions);
        }
        lanes.keySet().removeAll(partitions);
        committed.keySet().removeAll(partitions);
    }

    private void commitSync(KafkaConsumer<String, String> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = progress(partitions);
        try {
            if (!offsets.isEmpty()) {
                consumer.commitSync(offsets, REVOCATION_LIMIT);
            }
        } catch (WakeupException e) {
            commitOnceMore(consumer, offsets);
        } catch (KafkaException e) {
            LOG.debugf("%s could not commit what it gives up: %s", group, Failures.describe(e));
        }
    }

    // A lane that ended has interrupted the commit, once.
    private void commitOnceMore(
            KafkaConsumer<String, String> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets, REVOCATION_LIMIT);
        } catch (KafkaException e) {
            LOG.debugf("%s could not commit what it gives up: %s", group, Failures.describe(e));
        }
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, String> consumer;

        private Rebalance(KafkaConsumer<String, String> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            release(consumer, partitions, true);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            release(consumer, partitions, false);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.debugf("%s got %s", group, partitions);
        }
    }
}
