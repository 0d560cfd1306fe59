package dev.tertulia.platform.events.consume;

import dev.tertulia.platform.events.KafkaSettings;
import dev.tertulia.platform.events.TopicCreation;
import dev.tertulia.platform.events.Topics;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Keeps what a consumer could not take, whole and with the reason, where it can be looked at and sent again. */
@ApplicationScoped
class DeadLetters {
    static final String REASON = "dead-letter-reason";
    static final String CONSUMER = "dead-letter-consumer";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    static final String CONTENT = "dead-letter-content";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int AFTER_CONSUMERS = 1_000_000;

    private final KafkaSettings kafka;
    private final TopicCreation topics;
    private @Nullable KafkaProducer<String, String> producer;

    DeadLetters(KafkaSettings kafka, TopicCreation topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    void stop(@Observes @Priority(AFTER_CONSUMERS) ShutdownEvent event) {
        close();
    }

    /** Returns when the broker has it; fails with a {@link KafkaException} when it is away. Blocks. */
    void keep(ConsumerRecord<String, String> record, String consumer, String reason) throws InterruptedException {
        String topic = Topics.deadLetter(record.topic(), consumer);
        topics.ensure(Set.of(topic));
        ProducerRecord<String, String> letter = letter(topic, record, consumer, reason);
        try {
            send(letter);
        } catch (RecordTooLargeException e) {
            // It was just small enough without the reason. The reason tells where to find it.
            ProducerRecord<String, String> envelope =
                    new ProducerRecord<>(topic, null, record.key(), null, letter.headers());
            put(envelope.headers(), CONTENT, "left out");
            send(envelope);
        }
    }

    private static ProducerRecord<String, String> letter(
            String topic, ConsumerRecord<String, String> record, String consumer, String reason) {
        var letter = new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
        put(letter.headers(), REASON, reason);
        put(letter.headers(), CONSUMER, consumer);
        put(letter.headers(), PARTITION, Integer.toString(record.partition()));
        put(letter.headers(), OFFSET, Long.toString(record.offset()));
        return letter;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void send(ProducerRecord<String, String> letter) throws InterruptedException {
        try {
            producer().send(letter).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            close();
            topics.forget();
            throw new KafkaException("The broker did not acknowledge in time", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }

    private synchronized KafkaProducer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(kafka.producer(), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    private synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
