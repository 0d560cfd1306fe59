package dev.tertulia.platform.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

/** The methods that the current request's path does answer: HTTP wants them told with a 405, and Quarkus does not. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** As the header {@code Allow} has them; empty outside JAX-RS. */
    static Optional<String> ofCurrentRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null) {
            return Optional.empty();
        }
        Set<String> methods = new TreeSet<>();
        String path = request.getPathWithoutPrefix();
        var resources = new RequestMapper<>(request.getDeployment().getClassMappers());
        RequestMapper.@Nullable RequestMatch<InitialMatch> match = resources.map(path);
        while (match != null) {
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routes) {
                    addMethods(methods, routes, match.remaining.isEmpty() ? "/" : match.remaining);
                }
            }
            match = resources.continueMatching(path, match);
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", methods));
    }

    private static void addMethods(Set<String> methods, ClassRoutingHandler routes, String remaining) {
        for (Map.Entry<String, RequestMapper<RuntimeResource>> route :
                routes.getMappers().entrySet()) {
            if (route.getKey() != null && route.getValue().map(remaining) != null) {
                methods.add(route.getKey());
            }
        }
    }
}
