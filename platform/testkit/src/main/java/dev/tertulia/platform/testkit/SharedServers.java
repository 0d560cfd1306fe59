package dev.tertulia.platform.testkit;

import dev.tertulia.platform.servers.BrokerServer;
import dev.tertulia.platform.servers.DatabaseServer;
import dev.tertulia.platform.servers.Provisioning;
import dev.tertulia.platform.servers.ServerSource;
import dev.tertulia.platform.servers.ServiceRoles;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this JVM, started when first asked for and stopped with it. Lives in the system class loader: Quarkus
 * gives each test profile a class loader of its own, and they are to share one pair of servers.
 *
 * <p>Public for {@link TestServers} alone, which calls it across class loaders.
 */
public final class SharedServers {

    private static final Set<String> PROVISIONED = new HashSet<>();
    private static @Nullable DatabaseServer database;
    private static @Nullable BrokerServer broker;

    private SharedServers() {}

    public static synchronized DatabaseServer database() {
        if (database == null) {
            var server = source().database();
            closeWithJvm(server);
            server.start();
            Provisioning.database(server, TestDatabase.NAME);
            database = server;
        }
        return database;
    }

    public static synchronized BrokerServer broker() {
        if (broker == null) {
            var server = source().broker();
            closeWithJvm(server);
            server.start();
            broker = server;
        }
        return broker;
    }

    public static synchronized void provision(String service) {
        if (PROVISIONED.add(service)) {
            Provisioning.database(database(), TestDatabase.NAME)
                    .service(ServiceRoles.of(service, TestDatabase::password));
        }
    }

    private static ServerSource source() {
        return ContainerEngine.isChosen() ? new ContainerServers() : ServerSource.embedded();
    }

    private static void closeWithJvm(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "stop-test-servers"));
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.getLogger(SharedServers.class.getName())
                    .log(System.Logger.Level.WARNING, "A test server could not be stopped", e);
        }
    }
}
