package dev.tertulia.local.stack;

import dev.tertulia.platform.servers.Ports;
import java.util.Map;

/** Where everything listens, all of it on the loopback only. */
public record StackPorts(
        int gateway,
        int tenant,
        int contact,
        int messaging,
        int keycloak,
        int simulator,
        int mail,
        int mailPage,
        int database,
        int kafka) {

    /** The usual ones, or what {@code GATEWAY_PORT} and its like say. */
    static StackPorts from(Map<String, String> environment) {
        return new StackPorts(
                port(environment, "GATEWAY_PORT", 8080),
                port(environment, "TENANT_SERVICE_PORT", 8081),
                port(environment, "CONTACT_SERVICE_PORT", 8082),
                port(environment, "MESSAGING_SERVICE_PORT", 8083),
                port(environment, "KEYCLOAK_PORT", 8180),
                port(environment, "WHATSAPP_SIMULATOR_PORT", 8190),
                port(environment, "MAIL_PORT", 1025),
                port(environment, "MAIL_PAGE_PORT", 8191),
                port(environment, "DATABASE_PORT", 54320),
                port(environment, "KAFKA_PORT", 19092));
    }

    /** Free ones, for tests. */
    public static StackPorts free() {
        return new StackPorts(
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free());
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new StackException("%s is no port: %s".formatted(name, value));
    }
}
