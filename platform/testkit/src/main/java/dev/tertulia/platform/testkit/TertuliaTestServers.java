package dev.tertulia.platform.testkit;

import dev.tertulia.platform.servers.ServiceRoles;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} real servers, under the names by which services are configured everywhere:
 *
 * <pre>{@code @QuarkusTestResource(value = TertuliaTestServers.class,
 *     initArgs = @ResourceArg(name = "services", value = "messaging"))}</pre>
 *
 * The argument {@code services} names what is provisioned, separated by commas (nothing: no database), and {@code
 * broker=false} leaves Kafka out.
 */
public final class TertuliaTestServers implements QuarkusTestResourceLifecycleManager {

    private List<String> services = List.of();
    private boolean withBroker = true;

    @Override
    public void init(Map<String, String> arguments) {
        String named = arguments.getOrDefault("services", "");
        services = named.isBlank() ? List.of() : List.of(named.strip().split("\\s*,\\s*"));
        withBroker = Boolean.parseBoolean(arguments.getOrDefault("broker", "true"));
    }

    @Override
    public Map<String, String> start() {
        var properties = new HashMap<String, String>();
        properties.put("quarkus.http.test-port", "0");
        if (!services.isEmpty()) {
            var database = TestServers.database();
            properties.put("DATABASE_HOST", database.host());
            properties.put("DATABASE_PORT", Integer.toString(database.port()));
            properties.put("DATABASE_NAME", TestDatabase.NAME);
        }
        for (String service : services) {
            TestServers.provision(service);
            properties.putAll(ServiceRoles.of(service, TestDatabase::password).environment());
        }
        if (withBroker) {
            String bootstrapServers = TestServers.broker().bootstrapServers();
            properties.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
            properties.put("kafka.bootstrap.servers", bootstrapServers);
        }
        return properties;
    }

    /** The servers stop with the JVM. */
    @Override
    public void stop() {}
}
