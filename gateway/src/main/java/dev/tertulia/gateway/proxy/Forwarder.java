package dev.tertulia.gateway.proxy;

import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.call.Troubles;
import dev.tertulia.gateway.passport.Passport;
import dev.tertulia.gateway.route.Route;
import dev.tertulia.gateway.route.RoutingTable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes calls to services. */
@Singleton
public class Forwarder {
    private static final int MAX_RESPONSE_HEADER_BYTES = 64 * 1024;

    private final Map<String, HttpClient> clients = new HashMap<>();
    private final Troubles troubles;

    Forwarder(Vertx vertx, RoutingTable routing, Troubles troubles) {
        this.troubles = troubles;
        routing.routes().forEach(route -> clients.put(route.name(), client(vertx, route)));
    }

    private static HttpClient client(Vertx vertx, Route route) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) route.connectTimeout().toMillis())
                .setMaxWaitQueueSize(route.maxConnections() * 4)
                .setMaxHeaderSize(MAX_RESPONSE_HEADER_BYTES)
                // Shorter than services keep theirs, so that it is us who let go.
                .setKeepAliveTimeout(30);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(route.maxConnections()));
    }

    /**
     * Sends a call to its service and the answer back; every failure on the way is answered as well.
     *
     * @param passport null for strangers
     */
    public void forward(Call call, Route route, @Nullable Passport passport) {
        if (announcesTooMuch(call, route)) {
            call.refuse(Exchange.tooLarge(route));
            return;
        }
        HttpClient client = clients.get(route.name());
        if (client == null) {
            throw new IllegalStateException("A route without a client");
        }
        new Exchange(call, route, passport, client, troubles).start();
    }

    /** Whether a body says beforehand that it is larger than the route takes. */
    public static boolean announcesTooMuch(Call call, Route route) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.isEmpty() || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return length.length() > 18 || Long.parseLong(length) > route.maxBodyBytes();
    }
}
