package dev.tertulia.platform.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says what another service would say. */
public final class EventSender implements AutoCloseable {
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.broker().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());

    /** It is in Kafka when this returns. */
    public void send(UUID tenant, String topic, UUID key, String payload) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", topic);
        headers.put("ce_source", "/tertulia/test");
        headers.put("ce_subject", key.toString());
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_tenantid", tenant.toString());
        headers.put("ce_sequence", "1");
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key.toString(), payload);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
