package dev.tertulia.local.mail;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** What browsers may do here: our page uses what is ours, and pages of other sites change nothing. */
class PagePolicy {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(PagePolicy::check, 100);
    }

    private static void check(RoutingContext http) {
        boolean reads = HttpMethod.GET.equals(http.request().method())
                || HttpMethod.HEAD.equals(http.request().method());
        String origin = http.request().getHeader("Origin");
        if (!reads
                && origin != null
                && !isOurs(origin, String.valueOf(http.request().authority()))) {
            http.response().setStatusCode(403).end();
            return;
        }
        if (!http.normalizedPath().endsWith("/html")) {
            http.response().putHeader("Content-Security-Policy", POLICY);
        }
        http.next();
    }

    private static boolean isOurs(String origin, @Nullable String host) {
        return origin.equals("http://" + host);
    }
}
