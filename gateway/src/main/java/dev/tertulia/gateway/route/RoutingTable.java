package dev.tertulia.gateway.route;

import dev.tertulia.gateway.route.RoutingConfig.RouteConfig;
import dev.tertulia.gateway.route.RoutingConfig.ServiceConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the route of a path. Wrong configuration fails the start. */
@Singleton
public class RoutingTable {
    /** What services say to each other and to operators is nobody else's business. */
    private static final List<String> NEVER_ROUTED = List.of("/internal", "/q");

    private final Map<String, Route> routesByPrefix = new HashMap<>();
    private final Map<String, Route> routesByName = new LinkedHashMap<>();
    private final Map<String, URI> services = new TreeMap<>();

    RoutingTable(RoutingConfig config) {
        config.services().forEach(this::addService);
        new TreeMap<>(config.routes()).forEach(this::addRoute);
    }

    private void addService(String name, ServiceConfig service) {
        URI url = service.url();
        boolean plain = List.of("http", "https").contains(String.valueOf(url.getScheme()))
                && url.getHost() != null
                && (url.getPath().isEmpty() || url.getPath().equals("/"));
        if (!plain) {
            throw new IllegalArgumentException("The service " + name + " needs a URL like http://host:port");
        }
        services.put(name, url);
    }

    private void addRoute(String name, RouteConfig config) {
        URI url = services.get(config.service());
        if (url == null) {
            throw new IllegalArgumentException("The route " + name + " leads to an unknown service");
        }
        Route route = Route.from(name, config, url);
        routesByName.put(name, route);
        config.paths().forEach(prefix -> addPrefix(prefix, route));
    }

    private void addPrefix(String prefix, Route route) {
        boolean plain = prefix.matches("(/[a-z0-9-]+)+")
                && NEVER_ROUTED.stream().noneMatch(never -> (prefix + "/").startsWith(never + "/"));
        if (!plain || routesByPrefix.putIfAbsent(prefix, route) != null) {
            throw new IllegalArgumentException("The path " + prefix + " cannot be routed, or is twice");
        }
    }

    /** The route with the longest prefix of a plain path (see {@link PlainPath}); null if there is none. */
    public @Nullable Route find(String path) {
        int end = path.length();
        while (end > 0) {
            Route route = routesByPrefix.get(path.substring(0, end));
            if (route != null) {
                return route;
            }
            end = path.lastIndexOf('/', end - 1);
        }
        return null;
    }

    public Collection<Route> routes() {
        return routesByName.values();
    }

    /** The services' addresses by name, in the order of the names. */
    public Map<String, URI> services() {
        return services;
    }
}
