package dev.tertulia.platform.events.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tertulia.platform.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is on a topic, as any subscriber sees it. */
public final class Topic implements AutoCloseable {
    private final String name;
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    public Topic(String name) {
        this.name = name;
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

    public int partitions() {
        return consumer.partitionsFor(name, Duration.ofSeconds(60)).size();
    }

    /** All records of the tenant's up to now, in the order of their partitions. */
    public List<ConsumerRecord<String, String>> of(UUID tenant) {
        if (consumer.assignment().isEmpty()) {
            var partitions = consumer.partitionsFor(name, Duration.ofSeconds(60));
            if (partitions == null) {
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

    /** The sequences of each key, in the order in which a subscriber sees each event for the first time. */
    public Map<String, List<Long>> firstSeen(UUID tenant) {
        Map<String, ConsumerRecord<String, String>> first = new LinkedHashMap<>();
        of(tenant).forEach(record -> first.putIfAbsent(header(record, "ce_id"), record));
        return first.values().stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(
                                record -> Long.valueOf(header(record, "ce_sequence")), Collectors.toList())));
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
