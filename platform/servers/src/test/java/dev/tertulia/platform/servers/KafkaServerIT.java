package dev.tertulia.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    @Test
    void acknowledgedRecordsOutliveAKill() throws Exception {
        try (var server = KafkaServer.temporary()) {
            server.start();
            createTopic(server);
            send(server, "before");

            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.start();
            send(server, "after");

            assertThat(receive(server, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void aBrokerLeftBehindInTheDirectoryIsReplacedAndItsRecordsAreKept(@TempDir Path directory) throws Exception {
        int port = Ports.free();
        var left = KafkaServer.in(directory, directory.resolve("kafka.log"), port);
        left.start();
        createTopic(left);
        send(left, "kept");

        try (var next = KafkaServer.in(directory, directory.resolve("kafka.log"), port)) {
            next.start();

            assertThat(left.isRunning()).isFalse();
            assertThat(receive(next, 1)).containsExactly("kept");
        }
    }

    private static void createTopic(BrokerServer server) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("note", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static void send(BrokerServer server, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("note", "key", value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> receive(BrokerServer server, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", server.bootstrapServers(), "group.id", "reader", "auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("note"));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(read -> values.add(read.value()));
            }
        }
        return values;
    }
}
