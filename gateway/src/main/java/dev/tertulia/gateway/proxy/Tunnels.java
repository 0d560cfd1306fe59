package dev.tertulia.gateway.proxy;

import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.call.GatewayProblem;
import dev.tertulia.gateway.call.Problem;
import dev.tertulia.gateway.call.Troubles;
import dev.tertulia.gateway.passport.Passport;
import dev.tertulia.gateway.passport.PassportAuthority;
import dev.tertulia.gateway.route.Route;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Opens tunnels and keeps those that are open. */
@Singleton
public class Tunnels {
    /** Each of the two connections shakes hands for itself. */
    private static final List<String> HANDSHAKE = List.of(
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Version",
            "Sec-WebSocket-Extensions",
            "Sec-WebSocket-Protocol",
            "Origin");

    private static final int MAX_FRAME_BYTES = 1024 * 1024;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final PassportAuthority authority;
    private final SocketConfig config;
    private final Clock clock;
    private final Troubles troubles;
    private final Set<Tunnel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Tunnels(
            Vertx vertx,
            PassportAuthority authority,
            SocketConfig config,
            Clock clock,
            Troubles troubles,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.authority = authority;
        this.config = config;
        this.clock = clock;
        this.troubles = troubles;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(config.maxOpen())
                .setMaxFrameSize(MAX_FRAME_BYTES)
                .setMaxMessageSize(MAX_FRAME_BYTES)
                .setConnectTimeout((int) Duration.ofSeconds(1).toMillis()));
        Gauge.builder("gateway.sockets.open", open, Set::size).register(meters);
    }

    /** Whether a request wants to become a WebSocket. */
    public static boolean isWanted(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && request.version() == HttpVersion.HTTP_1_1;
    }

    /** Whether tenant-service's last word on a passport is young enough to open a socket with. */
    public boolean isFresh(Passport passport) {
        return clock.instant().isBefore(passport.checkedAt().plus(config.renewEvery()));
    }

    /**
     * Joins a call that wants to become a WebSocket to its service, or answers why not.
     *
     * @param uri path and query for the service
     * @param passport null for strangers, whose sockets are not watched
     * @param ticketNonce of the ticket that brought the passport, for the service to see that it is used once
     */
    public void open(Call call, Route route, String uri, @Nullable Passport passport, @Nullable String ticketNonce) {
        HttpServerRequest request = call.request();
        String connection = request.getHeader(HttpHeaders.CONNECTION);
        boolean valid = request.method() == HttpMethod.GET
                && connection != null
                && connection.toLowerCase(Locale.ROOT).contains("upgrade")
                && request.headers().contains("Sec-WebSocket-Key")
                && "13".equals(request.getHeader("Sec-WebSocket-Version"));
        if (!valid) {
            call.refuse(GatewayProblem.UPGRADE_MALFORMED, "Open it as RFC 6455, version 13, has it.");
            return;
        }
        if (stopping || open.size() >= config.maxOpen()) {
            call.refuse(Problem.unavailable("No more sockets are opened here at the moment.", Duration.ofSeconds(5)));
            return;
        }
        new Opening(call, route, passport).connect(uri, ticketNonce);
    }

    void closeAll(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping = true;
        open.forEach(tunnel -> tunnel.closeFromOutside(Closing.SHUTDOWN));
    }

    private void ended(Tunnel tunnel, @Nullable PassportWatch watch) {
        open.remove(tunnel);
        if (watch != null) {
            watch.stop();
        }
    }

    /** A tunnel that is being dug, from the service's side. */
    private final class Opening {
        private final Call call;
        private final Route route;
        private final @Nullable Passport passport;
        private boolean callerGone;

        Opening(Call call, Route route, @Nullable Passport passport) {
            this.call = call;
            this.route = route;
            this.passport = passport;
        }

        void connect(String uri, @Nullable String ticketNonce) {
            call.whenGone(() -> callerGone = true);
            WebSocketConnectOptions options = new WebSocketConnectOptions();
            route.address(options);
            options.setURI(uri).setTimeout(config.acceptTimeout().toMillis()).setAllowOriginHeader(false);
            MultiMap headers = MultiMap.caseInsensitiveMultiMap();
            ForwardedHeaders.toService(call, headers, passport);
            HANDSHAKE.forEach(headers::remove);
            if (ticketNonce != null) {
                headers.set("X-Ticket-Nonce", ticketNonce);
            }
            options.setHeaders(headers);
            client.connect(options).onComplete(this::connected);
        }

        private void connected(AsyncResult<WebSocket> result) {
            if (result.failed()) {
                refused(result.cause());
                return;
            }
            WebSocket service = result.result();
            service.pause();
            if (callerGone) {
                service.close((short) 1001);
                return;
            }
            call.request()
                    .toWebSocket()
                    .onFailure(failure -> service.close((short) 1001))
                    .onSuccess(caller -> join(caller, service));
        }

        private void join(ServerWebSocket caller, WebSocket service) {
            caller.pause();
            call.becameSocket();
            Tunnel tunnel = new Tunnel(vertx, caller, service, config);
            PassportWatch watch = passport == null
                    ? null
                    : new PassportWatch(vertx, authority, config, clock, passport, tunnel::close);
            if (watch != null) {
                watch.start();
            }
            open.add(tunnel);
            tunnel.open(() -> ended(tunnel, watch));
        }

        /** The service's own no goes to the caller as it is. */
        private void refused(Throwable failure) {
            if (failure instanceof UpgradeRejectedException rejected && rejected.getStatus() >= 400) {
                ForwardedHeaders.toCaller(rejected.getHeaders(), call.response().headers(), route);
                call.response().headers().remove(HttpHeaders.CONTENT_LENGTH);
                call.response().setStatusCode(rejected.getStatus());
                Buffer body = rejected.getBody();
                call.response().end(body == null ? Buffer.buffer() : body);
                return;
            }
            troubles.report(
                    "route " + route.name(),
                    "service opens no socket: " + failure.getClass().getSimpleName());
            call.refuse(Exchange.away());
        }
    }
}
