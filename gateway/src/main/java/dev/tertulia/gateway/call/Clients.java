package dev.tertulia.gateway.call;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who is calling. What a caller says about itself counts only when a trusted proxy says it. */
@Singleton
public class Clients {
    private static final int MAX_HOPS = 20;

    private final List<AddressRange> trustedProxies;
    private final List<AddressRange> operators;

    Clients(ClientConfig config) {
        this.trustedProxies = config.trustedProxies().orElse(List.of()).stream()
                .map(AddressRange::parse)
                .toList();
        this.operators = config.operators().stream().map(AddressRange::parse).toList();
    }

    public Client of(HttpServerRequest request) {
        String remote =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        String peer = remote == null ? "" : remote;
        String scheme = request.isSSL() ? "https" : "http";
        String authority =
                request.authority() == null ? null : request.authority().toString();
        if (!request.headers().contains("X-Forwarded-For") && !request.headers().contains("Forwarded")) {
            return new Client(peer, scheme, authority, false);
        }
        if (!isOneOf(trustedProxies, peer)) {
            return new Client(peer, scheme, authority, true);
        }
        return new Client(
                pastProxies(peer, request.headers().getAll("X-Forwarded-For")),
                "https".equalsIgnoreCase(last(request, "X-Forwarded-Proto")) ? "https" : scheme,
                forwardedHost(request, authority),
                true);
    }

    /** Whether a client may read what the gateway says about itself: it is near, and nobody passed its request on. */
    public boolean isOperator(Client client) {
        return !client.proxied() && isOneOf(operators, client.address());
    }

    /** Each proxy appends whom it heard from, so the list is believed from its end up to the first unknown one. */
    private String pastProxies(String peer, List<String> forwardedFor) {
        String[] hops = String.join(",", forwardedFor).split(",", -1);
        String nearest = peer;
        for (int i = hops.length - 1; i >= 0 && hops.length - i <= MAX_HOPS; i--) {
            String hop = withoutPort(hops[i].strip());
            if (AddressRange.bytes(hop) == null) {
                return nearest;
            }
            nearest = hop;
            if (!isOneOf(trustedProxies, hop)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[") && hop.indexOf(']') > 0) {
            return hop.substring(1, hop.indexOf(']'));
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private static @Nullable String forwardedHost(HttpServerRequest request, @Nullable String authority) {
        String host = last(request, "X-Forwarded-Host");
        return host == null || host.isBlank() || host.length() > 255 ? authority : host;
    }

    private static @Nullable String last(HttpServerRequest request, String header) {
        String value = request.getHeader(header);
        return value == null
                ? null
                : value.substring(value.lastIndexOf(',') + 1).strip();
    }

    private static boolean isOneOf(List<AddressRange> ranges, String address) {
        for (AddressRange range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
