package dev.tertulia.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What another system hears that subscribes to a topic from its beginning. */
final class Topic implements AutoCloseable {
    final List<ConsumerRecord<String, String>> heard = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean closed;

    Topic(RunningStack stack, String name) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + stack.stack.ports().kafka(),
                "group.id",
                "system-test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "2000"));
        reader = Thread.ofPlatform().start(() -> {
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                consumer.subscribe(List.of(name));
                while (!closed) {
                    consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
                }
            }
        });
    }

    List<ConsumerRecord<String, String>> ofChannel(UUID channel) {
        return heard.stream()
                .filter(event -> event.value().contains(channel.toString()))
                .toList();
    }

    static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
