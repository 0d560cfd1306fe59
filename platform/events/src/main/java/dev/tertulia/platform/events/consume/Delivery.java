package dev.tertulia.platform.events.consume;

import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.UnreadableEventException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Brings records to one consumer. When it returns, each of them has had its effect or is on the dead-letter topic;
 * nothing else lets it return, so whoever calls it may commit the records.
 */
final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final EventConsumer consumer;
    private final IdempotentConsumer idempotent;
    private final DeadLetters deadLetters;
    private final EventsConfig.ConsumersConfig config;
    private final Counter consumed;
    private final Counter dead;
    private final Counter retried;

    Delivery(
            EventConsumer consumer,
            IdempotentConsumer idempotent,
            DeadLetters deadLetters,
            EventsConfig.ConsumersConfig config) {
        this.consumer = consumer;
        this.idempotent = idempotent;
        this.deadLetters = deadLetters;
        this.config = config;
        this.consumed = counter("events.consumed", "Events that took effect, or had before");
        this.dead = counter("events.dead.lettered", "Events that the consumer could not take");
        this.retried = counter("events.retried", "Tries that failed and were repeated");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("consumer", consumer.name())
                .register(Metrics.globalRegistry);
    }

    /** The partition is no longer ours, or the process ends: what is not done is left to whoever has it next. */
    static final class StoppedException extends Exception {
        StoppedException() {
            super("stopped", null, false, false);
        }
    }

    private record Incoming(ConsumerRecord<String, String> record, ConsumedEvent event) {}

    String consumer() {
        return consumer.name();
    }

    /** How many records it can make use of at once. */
    int batchSize() {
        return consumer instanceof BatchEventConsumer ? config.batchSize() : 1;
    }

    void deliver(List<ConsumerRecord<String, String>> records, CountDownLatch stopping) throws StoppedException {
        // One key is one tenant's, so going tenant by tenant keeps each aggregate's order.
        for (List<Incoming> ofOneTenant : byTenant(records, stopping)) {
            deliverTogether(ofOneTenant, stopping);
        }
    }

    private Collection<List<Incoming>> byTenant(List<ConsumerRecord<String, String>> records, CountDownLatch stopping)
            throws StoppedException {
        Map<UUID, List<Incoming>> tenants = new LinkedHashMap<>();
        for (ConsumerRecord<String, String> record : records) {
            try {
                ConsumedEvent event = EventReader.read(record);
                tenants.computeIfAbsent(event.tenantId(), tenant -> new ArrayList<>())
                        .add(new Incoming(record, event));
            } catch (UnreadableEventException e) {
                bury(record, e, stopping);
            }
        }
        return tenants.values();
    }

    private void deliverTogether(List<Incoming> incoming, CountDownLatch stopping) throws StoppedException {
        if (incoming.size() == 1) {
            deliverAlone(incoming.getFirst(), stopping);
            return;
        }
        for (int attempt = 0; ; attempt++) {
            try {
                await(consumeAll(incoming.stream().map(Incoming::event).toList()));
                consumed.increment(incoming.size());
                return;
            } catch (RuntimeException e) {
                if (!Failures.passes(e)) {
                    break;
                }
                pause(attempt, incoming.getFirst(), e, stopping);
            }
        }
        for (Incoming one : incoming) {
            deliverAlone(one, stopping);
        }
    }

    private void deliverAlone(Incoming incoming, CountDownLatch stopping) throws StoppedException {
        int refusals = 0;
        for (int attempt = 0; ; attempt++) {
            try {
                await(consumeAll(List.of(incoming.event())));
                consumed.increment();
                return;
            } catch (RuntimeException e) {
                if (!Failures.passes(e) && ++refusals >= tries(e)) {
                    bury(incoming.record(), e, stopping);
                    return;
                }
                pause(attempt, incoming, e, stopping);
            }
        }
    }

    private int tries(Throwable failure) {
        return failure instanceof UnreadableEventException ? 1 : config.tries();
    }

    private Uni<Void> consumeAll(List<ConsumedEvent> events) {
        return idempotent.consumeAll(events, consumer.name(), this::effect, consumer::begin);
    }

    private Uni<Void> effect(List<ConsumedEvent> events) {
        return consumer instanceof BatchEventConsumer batch ? batch.onAll(events) : consumer.on(events.getFirst());
    }

    private void await(Uni<Void> effect) {
        effect.await().atMost(config.effectTimeout());
    }

    private void bury(ConsumerRecord<String, String> record, Exception reason, CountDownLatch stopping)
            throws StoppedException {
        for (int attempt = 0; ; attempt++) {
            try {
                deadLetters.keep(record, consumer.name(), Failures.describe(reason));
                dead.increment();
                LOG.errorf(
                        "%s could not take the event at %s-%d@%d, it is on the dead-letter topic: %s",
                        consumer.name(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        reason.getClass().getSimpleName());
                return;
            } catch (InterruptedException e) {
                throw new StoppedException();
            } catch (RuntimeException e) {
                LOG.warnf("%s cannot reach its dead-letter topic: %s", consumer.name(), Failures.describe(e));
                pause(attempt, stopping);
            }
        }
    }

    private void pause(int attempt, Incoming incoming, Exception failure, CountDownLatch stopping)
            throws StoppedException {
        retried.increment();
        LOG.logf(
                attempt == 0 ? Logger.Level.WARN : Logger.Level.DEBUG,
                "%s will try again %s: %s",
                consumer.name(),
                incoming.event(),
                Failures.describe(failure));
        pause(attempt, stopping);
    }

    private void pause(int attempt, CountDownLatch stopping) throws StoppedException {
        try {
            if (stopping.await(backoff(attempt).toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }

    private Duration backoff(int attempt) {
        Duration backoff = config.shortestBackoff().multipliedBy(1L << Math.min(attempt, 16));
        Duration bounded = backoff.compareTo(config.longestBackoff()) < 0 ? backoff : config.longestBackoff();
        return Duration.ofNanos(
                (long) (bounded.toNanos() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
