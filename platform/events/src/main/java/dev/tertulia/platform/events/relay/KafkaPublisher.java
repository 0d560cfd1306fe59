package dev.tertulia.platform.events.relay;

import dev.tertulia.platform.events.CloudEventHeaders;
import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.KafkaSettings;
import dev.tertulia.platform.events.TopicCreation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to Kafka, in order. A record is never given up alone: either the broker has decided on all of a batch, or
 * the producer is closed and the batch is to be sent anew from its beginning. What the broker got until then is a
 * beginning of each partition's part, so what consumers see for the first time is always in order.
 */
final class KafkaPublisher implements AutoCloseable {
    private final KafkaSettings kafka;
    private final TopicCreation topics;
    private final Duration limit;
    private final String source;
    private @Nullable KafkaProducer<String, String> producer;

    KafkaPublisher(KafkaSettings kafka, TopicCreation topics, EventsConfig config) {
        this.kafka = kafka;
        this.topics = topics;
        this.limit = config.relay().sendTimeout();
        this.source = "/tertulia/" + config.service();
    }

    /**
     * Blocks until the broker has decided on all the events. Returns those that it refuses for good, with the reason; it
     * has the others. Fails with a {@link KafkaException} when the decisions do not come in time.
     */
    synchronized Map<OutboxRow, String> publish(List<OutboxRow> rows) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            Set<String> names = rows.stream().map(OutboxRow::topic).collect(Collectors.toSet());
            Map<String, String> impossible = ensure(names);
            Map<OutboxRow, String> refused = new LinkedHashMap<>();
            List<OutboxRow> sendable = new ArrayList<>();
            for (OutboxRow row : rows) {
                String reason = impossible.get(row.topic());
                if (reason == null) {
                    sendable.add(row);
                } else {
                    refused.put(row, reason);
                }
            }
            refused.putAll(send(sendable, deadline));
            return refused;
        } catch (RuntimeException | InterruptedException e) {
            abandon();
            throw e;
        }
    }

    private Map<String, String> ensure(Set<String> names) {
        try {
            topics.ensure(names);
            return Map.of();
        } catch (InvalidTopicException e) {
            return ensureEach(names);
        }
    }

    private Map<String, String> ensureEach(Set<String> names) {
        Map<String, String> impossible = new LinkedHashMap<>();
        for (String name : names) {
            try {
                topics.ensure(Set.of(name));
            } catch (InvalidTopicException e) {
                impossible.put(name, e.toString());
            }
        }
        return impossible;
    }

    private Map<OutboxRow, String> send(List<OutboxRow> rows, long deadline) throws InterruptedException {
        List<Future<RecordMetadata>> decisions = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            Future<RecordMetadata> decision = producer().send(record(row));
            decisions.add(decision);
            // Each send may wait for metadata: without a broker the first has told enough.
            if (decision.state() == Future.State.FAILED) {
                refusal(decision, deadline);
            }
        }
        Map<OutboxRow, String> refused = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String reason = refusal(decisions.get(i), deadline);
            if (reason != null) {
                refused.put(rows.get(i), reason);
            }
        }
        return refused;
    }

    /** The reason why the broker will never take the record; null when it has it. */
    private static @Nullable String refusal(Future<RecordMetadata> decision, long deadline)
            throws InterruptedException {
        try {
            decision.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return null;
        } catch (TimeoutException e) {
            throw new KafkaException("The broker did not acknowledge in time", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException
                    || e.getCause() instanceof SerializationException
                    || e.getCause() instanceof InvalidTopicException) {
                return e.getCause().toString();
            }
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }

    private ProducerRecord<String, String> record(OutboxRow row) {
        var sent = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        Headers headers = sent.headers();
        put(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        put(headers, CloudEventHeaders.ID, row.id().toString());
        put(headers, CloudEventHeaders.TYPE, row.topic());
        put(headers, CloudEventHeaders.SOURCE, source);
        put(headers, CloudEventHeaders.SUBJECT, row.subject());
        put(headers, CloudEventHeaders.TIME, row.occurredAt().toString());
        put(headers, CloudEventHeaders.TENANT_ID, row.tenantId().toString());
        put(headers, CloudEventHeaders.SEQUENCE, Long.toString(row.sequence()));
        put(headers, CloudEventHeaders.REQUEST_ID, row.requestId());
        put(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        return sent;
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private KafkaProducer<String, String> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(kafka.producer(), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    private void abandon() {
        topics.forget();
        close();
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
