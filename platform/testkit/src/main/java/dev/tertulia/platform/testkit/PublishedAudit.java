package dev.tertulia.platform.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** What services published of who changed what: {@code audit.recorded}, which stands in no event log. */
public final class PublishedAudit {
    private static final String TOPIC = "audit.recorded";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PublishedAudit() {}

    /** Waits until the tenant has so many records; all that it has then, as JSON, each service's in the order of its changes. */
    public static List<String> await(UUID tenant, int atLeast) {
        return await(tenant, records -> records.size() >= atLeast);
    }

    /** As {@link #await(UUID, int)}, until they are what the test waits for. */
    public static List<String> await(UUID tenant, Predicate<List<String>> enough) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestServers.broker().bootstrapServers(),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        List<String> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> partitions(consumer), partitions -> !partitions.isEmpty()));
            Awaitility.await().atMost(PATIENCE).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (isOf(record, tenant)) {
                        records.add(record.value());
                    }
                });
                return enough.test(records);
            });
        }
        return records;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
    }

    private static boolean isOf(ConsumerRecord<String, String> record, UUID tenant) {
        return new String(record.headers().lastHeader("ce_tenantid").value(), UTF_8).equals(tenant.toString());
    }
}
