package dev.tertulia.local.whatsapp.control;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Keeps pages of other sites, open in the same browser, from changing anything here. */
class SameOriginOnly {

    void register(@Observes Filters filters) {
        filters.register(SameOriginOnly::check, 100);
    }

    private static void check(RoutingContext http) {
        HttpMethod method = http.request().method();
        boolean reads = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
        String origin = http.request().getHeader("Origin");
        boolean control = http.normalizedPath().startsWith("/simulator/");
        if (control
                && !reads
                && origin != null
                && !isOurs(origin, String.valueOf(http.request().authority()))) {
            http.response().setStatusCode(403).end();
        } else {
            http.next();
        }
    }

    private static boolean isOurs(String origin, String host) {
        return host.equals(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
