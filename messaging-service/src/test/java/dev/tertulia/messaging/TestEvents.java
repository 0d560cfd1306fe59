package dev.tertulia.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.testkit.TestServers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** What other services would publish, in the order and with the sequences that the test wants. */
public final class TestEvents implements AutoCloseable {
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.broker().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());

    public void send(UUID tenant, String topic, UUID key, long sequence, Object payload) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key.toString(), EventJson.write(payload));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        topic,
                        "ce_source",
                        "/tertulia/test",
                        "ce_subject",
                        key.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_tenantid",
                        tenant.toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
