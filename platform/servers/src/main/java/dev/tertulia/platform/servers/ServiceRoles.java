package dev.tertulia.platform.servers;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One service's roles that log in, and their passwords.
 *
 * @param service its name, which is its schema's as well and the beginning of its roles' names
 */
public record ServiceRoles(
        String service, String ownerPassword, String servicePassword, String relayPassword, String platformPassword) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{1,30}");

    public ServiceRoles {
        if (!NAME.matcher(service).matches()) {
            throw new IllegalArgumentException("Not a service's name: " + service);
        }
    }

    /** @param passwordOf from a role's name such as {@code messaging_owner} to its password */
    public static ServiceRoles of(String service, UnaryOperator<String> passwordOf) {
        return new ServiceRoles(
                service,
                passwordOf.apply(service + "_owner"),
                passwordOf.apply(service + "_service"),
                passwordOf.apply(service + "_relay"),
                passwordOf.apply(service + "_platform"));
    }

    /** The environment variables from which the service takes them, such as {@code MESSAGING_OWNER_PASSWORD}. */
    public Map<String, String> environment() {
        String prefix = service.toUpperCase(Locale.ROOT);
        var environment = new LinkedHashMap<String, String>();
        environment.put(prefix + "_OWNER_PASSWORD", ownerPassword);
        environment.put(prefix + "_SERVICE_PASSWORD", servicePassword);
        environment.put(prefix + "_RELAY_PASSWORD", relayPassword);
        environment.put(prefix + "_PLATFORM_PASSWORD", platformPassword);
        return environment;
    }

    @Override
    public String toString() {
        return "ServiceRoles[" + service + "]";
    }
}
