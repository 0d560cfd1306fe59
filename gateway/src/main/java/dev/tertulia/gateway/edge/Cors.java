package dev.tertulia.gateway.edge;

import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.call.GatewayProblem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may call from a browser (Fetch standard, CORS). Credentials are headers that a page sets itself, never
 * cookies, so none are allowed for.
 */
@Singleton
class Cors {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Authorization, X-API-Key, X-Tenant, X-Request-Id, Content-Type, Accept,"
                    + " Accept-Language, If-Match, If-None-Match, Idempotency-Key, Range";
    private static final String RESPONSE_HEADERS = "X-Request-Id, ETag, Location, Retry-After, RateLimit-Limit,"
            + " RateLimit-Remaining, RateLimit-Reset, Content-Disposition, Content-Range, Accept-Ranges";

    private final Set<String> origins;
    private final boolean anyOrigin;
    private final String maxAgeSeconds;

    Cors(CorsConfig config) {
        this.origins = config.origins().orElse(List.of()).stream()
                .map(origin -> withoutDefaultPort(origin.strip().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        this.anyOrigin = origins.contains("*");
        this.maxAgeSeconds = Long.toString(config.maxAge().toSeconds());
    }

    /** Whether the page that calls may; what calls without a page may always. */
    boolean permits(Call call) {
        String origin = call.request().getHeader("Origin");
        return origin == null || permits(call, origin);
    }

    private boolean permits(Call call, String origin) {
        String plain = withoutDefaultPort(origin.toLowerCase(Locale.ROOT));
        return anyOrigin || origins.contains(plain) || plain.equals(ownOrigin(call));
    }

    private static @Nullable String ownOrigin(Call call) {
        String authority = call.client().authority();
        return authority == null
                ? null
                : withoutDefaultPort((call.client().scheme() + "://" + authority).toLowerCase(Locale.ROOT));
    }

    private static String withoutDefaultPort(String origin) {
        if (origin.startsWith("http://") && origin.endsWith(":80")) {
            return origin.substring(0, origin.length() - ":80".length());
        }
        if (origin.startsWith("https://") && origin.endsWith(":443")) {
            return origin.substring(0, origin.length() - ":443".length());
        }
        return origin;
    }

    /** Lets the page that calls, if it may, read the answer. To be called before the answer. */
    void describe(Call call) {
        MultiMap headers = call.response().headers();
        headers.add("Vary", "Origin");
        String origin = call.request().getHeader("Origin");
        if (origin != null && permits(call, origin)) {
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        }
    }

    static boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    /** Answers whether a page may make a certain call. */
    void answerPreflight(Call call) {
        if (!permits(call)) {
            call.refuse(GatewayProblem.ORIGIN_REFUSED, null);
            return;
        }
        MultiMap headers = call.response().headers();
        headers.set("Access-Control-Allow-Methods", METHODS);
        headers.set("Access-Control-Allow-Headers", REQUEST_HEADERS);
        headers.set("Access-Control-Max-Age", maxAgeSeconds);
        call.answerEmpty(204);
    }
}
