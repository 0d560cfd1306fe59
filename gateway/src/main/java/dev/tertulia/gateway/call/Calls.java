package dev.tertulia.gateway.call;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes calls out of requests. */
@Singleton
public class Calls {
    private final Vertx vertx;
    private final Clients clients;
    private final Clock clock;

    Calls(Vertx vertx, Clients clients, Clock clock) {
        this.vertx = vertx;
        this.clients = clients;
        this.clock = clock;
    }

    public Call of(HttpServerRequest request) {
        String path = request.path();
        String id = RequestIds.takeOrMake(request.getHeader(Call.REQUEST_ID), clock);
        return new Call(vertx, request, id, clients.of(request), path == null ? "" : path);
    }
}
