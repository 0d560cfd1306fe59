package dev.tertulia.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What is on a topic, as any subscriber sees it. */
public final class Topic<T> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Class<T> type;
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    public Topic(String name, Class<T> type) {
        this.name = name;
        this.type = type;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestServers.broker().bootstrapServers(),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /** All of the tenant's up to now. */
    public List<ConsumerRecord<String, String>> records(UUID tenant) {
        if (consumer.assignment().isEmpty()) {
            var partitions = consumer.partitionsFor(name, Duration.ofSeconds(10));
            if (partitions == null || partitions.isEmpty()) {
                return List.of();
            }
            consumer.assign(partitions.stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList());
        }
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream()
                .filter(record -> tenant.toString().equals(header(record, "ce_tenantid")))
                .toList();
    }

    public List<T> events(UUID tenant) {
        return records(tenant).stream()
                .map(record -> EventJson.read(record.value(), type))
                .toList();
    }

    /** Waits until there are so many. */
    public List<T> await(UUID tenant, int count) {
        return Awaitility.await().atMost(PATIENCE).until(() -> events(tenant), events -> events.size() >= count);
    }

    public static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
