package dev.tertulia.platform.events.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tertulia.platform.testkit.TestServers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends to Kafka past outbox and relay, also what they never would. */
public final class Sender implements AutoCloseable {
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.broker().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());

    /** The headers of a right event. */
    public static Map<String, String> headers(UUID id, UUID tenant, String subject, long sequence) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_tenantid", tenant.toString());
        headers.put("ce_subject", subject);
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_time", "2026-01-02T03:04:05Z");
        return headers;
    }

    public static String counted(long number) {
        return "{\"number\":" + number + ",\"at\":\"2026-01-02T03:04:05Z\",\"fieldOfTomorrow\":true}";
    }

    public void send(String topic, String key, String value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
