package dev.tertulia.platform.servers;

/** Where servers come from: child processes, or a container engine. What is handed out is not started yet. */
public interface ServerSource {

    DatabaseServer database();

    BrokerServer broker();

    /** Child processes of this JVM, which need nothing but what Maven brings. */
    static ServerSource embedded() {
        return new ServerSource() {
            @Override
            public DatabaseServer database() {
                return PostgresServer.temporary(PostgresServer.Settings.forTests());
            }

            @Override
            public BrokerServer broker() {
                return KafkaServer.temporary();
            }
        };
    }
}
