package dev.tertulia.platform.events.consume;

import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.KafkaSettings;
import dev.tertulia.platform.events.TopicCreation;
import dev.tertulia.platform.events.Topics;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Feeds every {@link EventConsumer} of the service, each as a Kafka group of its own. */
@ApplicationScoped
public class EventConsumers {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final List<EventConsumer> consumers;
    private final IdempotentConsumer idempotent;
    private final DeadLetters deadLetters;
    private final KafkaSettings kafka;
    private final TopicCreation topics;
    private final EventsConfig config;
    private final List<ConsumerLoop> loops = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    EventConsumers(
            @All List<EventConsumer> consumers,
            IdempotentConsumer idempotent,
            DeadLetters deadLetters,
            KafkaSettings kafka,
            TopicCreation topics,
            EventsConfig config) {
        this.consumers = consumers;
        this.idempotent = idempotent;
        this.deadLetters = deadLetters;
        this.kafka = kafka;
        this.topics = topics;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.consumers().enabled()) {
            consumers.forEach(this::start);
        }
    }

    private void start(EventConsumer consumer) {
        // A name that makes no topic is noticed now and not with the first dead letter.
        consumer.topics().forEach(topic -> Topics.deadLetter(topic, consumer.name()));
        if (!names.add(consumer.name())) {
            throw new IllegalStateException("Two consumers are called " + consumer.name());
        }
        ConsumerLoop loop = loop(consumer);
        loops.add(loop);
        loop.start();
    }

    ConsumerLoop loop(EventConsumer consumer) {
        var delivery = new Delivery(consumer, idempotent, deadLetters, config.consumers());
        String group = config.service() + "." + consumer.name();
        return new ConsumerLoop(group, consumer.topics(), delivery, kafka, topics, config);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loops.forEach(ConsumerLoop::stop);
        for (ConsumerLoop loop : loops) {
            loop.awaitEnd(STOP_LIMIT);
        }
    }
}
