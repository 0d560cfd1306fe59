package dev.tertulia.platform.testkit;

import dev.tertulia.platform.servers.BrokerServer;
import dev.tertulia.platform.servers.DatabaseServer;
import dev.tertulia.platform.servers.Ports;
import dev.tertulia.platform.servers.Probes;
import dev.tertulia.platform.servers.ServerSource;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** The same servers out of containers. */
final class ContainerServers implements ServerSource {

    private static final String POSTGRES = "postgres:18.1";
    private static final String KAFKA = "apache/kafka:4.1.1";

    @Override
    public DatabaseServer database() {
        return new Postgres(Ports.free(), UUID.randomUUID().toString());
    }

    @Override
    public BrokerServer broker() {
        return new Kafka(Ports.free());
    }

    private static final class Postgres extends ContainerServer implements DatabaseServer {

        private final String superuserPassword;

        Postgres(int port, String superuserPassword) {
            super(container(superuserPassword), port, 5432);
            this.superuserPassword = superuserPassword;
        }

        private static GenericContainer<?> container(String password) {
            return new GenericContainer<>(POSTGRES)
                    .withEnv("POSTGRES_PASSWORD", password)
                    .withCommand("postgres", "-c", "max_connections=200", "-c", "timezone=UTC", "-c", "fsync=off");
        }

        @Override
        public String superuserPassword() {
            return superuserPassword;
        }

        @Override
        protected boolean answers() {
            return Probes.databaseAnswers(host(), port(), superuserPassword);
        }
    }

    private static final class Kafka extends ContainerServer implements BrokerServer {

        Kafka(int port) {
            super(container(port), port, 9092);
        }

        private static GenericContainer<?> container(int port) {
            String host = DockerClientFactory.instance().dockerHostIpAddress();
            return new GenericContainer<>(KAFKA)
                    .withEnv("KAFKA_PROCESS_ROLES", "broker,controller")
                    .withEnv("KAFKA_NODE_ID", "1")
                    .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093")
                    .withEnv("KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:9092,CONTROLLER://localhost:9093")
                    .withEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + host + ":" + port)
                    .withEnv("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT")
                    .withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
                    .withEnv("KAFKA_INTER_BROKER_LISTENER_NAME", "PLAINTEXT")
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
                    .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "5")
                    .withEnv("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1")
                    .withEnv("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                    .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000")
                    .withEnv("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500");
        }

        @Override
        protected boolean answers() {
            return Probes.brokerAnswers(host(), port());
        }
    }
}
