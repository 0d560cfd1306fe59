package dev.tertulia.platform.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The child process: formats the directory at its first start, then is the broker until its parent is gone. */
final class KafkaNode {

    private static final String CLUSTER_ID = "dGVydHVsaWEtbG9jYWwtMQ";

    private KafkaNode() {}

    /** Arguments: directory, port, controller's port, process id of the parent. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        ProcessHandle.of(Long.parseLong(args[3]))
                .ifPresentOrElse(parent -> parent.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
        Path properties = directory.resolve("server.properties");
        Files.writeString(properties, properties(directory, Integer.parseInt(args[1]), Integer.parseInt(args[2])));
        if (!Files.exists(directory.resolve("data/meta.properties"))) {
            int status = StorageTool.execute(
                    new String[] {"format", "-t", CLUSTER_ID, "-c", properties.toString()}, System.out);
            if (status != 0) {
                System.exit(status);
            }
        }
        Kafka.main(new String[] {properties.toString()});
    }

    private static String properties(Path directory, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                num.partitions=3
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=5
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=3
                group.initial.rebalance.delay.ms=0
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=2097152
                num.recovery.threads.per.data.dir=1
                """.formatted(port, controllerPort, directory.resolve("data"));
    }
}
