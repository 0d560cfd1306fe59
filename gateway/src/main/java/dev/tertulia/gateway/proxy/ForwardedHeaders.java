package dev.tertulia.gateway.proxy;

import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.call.Client;
import dev.tertulia.gateway.passport.Passport;
import dev.tertulia.gateway.route.Route;
import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which headers pass, and which are ours to say. */
final class ForwardedHeaders {
    /** Of one connection only (RFC 9110, 7.6.1), or handled by the gateway itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect",
            "host");

    /** What services believe, so that nobody outside may say it. */
    private static final Set<String> OURS_TO_SAY = Set.of(
            "authorization",
            "x-api-key",
            "x-tenant",
            "x-passport",
            "x-gateway-secret",
            "x-ticket-nonce",
            "x-request-id",
            "forwarded",
            "x-real-ip");

    private static final String OURS_TO_SAY_PREFIX = "x-forwarded-";

    /** Services know nothing of the origins that may call, and their software concerns nobody. */
    private static final Set<String> NOT_RETURNED = Set.of("x-request-id", "server", "x-powered-by");

    private static final String NOT_RETURNED_PREFIX = "access-control-";

    private ForwardedHeaders() {}

    /**
     * Fills the headers of the request to a service.
     *
     * @param passport null sends the caller on as a stranger
     */
    static void toService(Call call, MultiMap to, @Nullable Passport passport) {
        MultiMap from = call.request().headers();
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            boolean passes = !name.startsWith(":")
                    && !OF_THE_CONNECTION.contains(name)
                    && !OURS_TO_SAY.contains(name)
                    && !name.startsWith(OURS_TO_SAY_PREFIX)
                    && !named.contains(name);
            if (passes) {
                to.add(name, header.getValue());
            }
        }
        Client client = call.client();
        to.set("X-Forwarded-For", client.address());
        to.set("X-Forwarded-Proto", client.scheme());
        if (client.authority() != null) {
            to.set("X-Forwarded-Host", client.authority());
        }
        to.set(Call.REQUEST_ID, call.id());
        if (passport != null) {
            to.set("Authorization", "Bearer " + passport.token());
        }
    }

    /** Fills the headers of the answer to the caller; those that the gateway has already set stay. */
    static void toCaller(MultiMap from, MultiMap to, Route route) {
        Set<String> named = namedByConnection(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            boolean passes = !OF_THE_CONNECTION.contains(name)
                    && !NOT_RETURNED.contains(name)
                    && !name.startsWith(NOT_RETURNED_PREFIX)
                    && !named.contains(name);
            if (passes) {
                returned(name, header.getValue(), to, route);
            }
        }
    }

    private static void returned(String name, String value, MultiMap to, Route route) {
        switch (name) {
            case "location", "content-location" -> to.add(name, withoutService(value, route));
            // Pages of several origins may read the same address, so caches must tell them apart by both.
            case "vary" -> to.add(name, value);
            case "set-cookie", "link", "www-authenticate" -> to.add(name, value);
            default -> to.set(name, value);
        }
    }

    /** A service names itself in addresses by what it is called inside; outside only the path holds. */
    private static String withoutService(String location, Route route) {
        for (String origin : List.of(
                route.url().getScheme() + "://" + Route.host(route.url()) + ":" + Route.port(route.url()),
                route.url().getScheme() + "://" + Route.host(route.url()))) {
            if (location.startsWith(origin + "/")) {
                return location.substring(origin.length());
            }
        }
        return location;
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        List<String> connection = headers.getAll("Connection");
        if (connection.isEmpty()
                || connection.size() == 1 && connection.getFirst().equalsIgnoreCase("keep-alive")) {
            return Set.of();
        }
        Set<String> named = new HashSet<>();
        for (String value : connection) {
            for (String name : value.split(",")) {
                named.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return named;
    }
}
