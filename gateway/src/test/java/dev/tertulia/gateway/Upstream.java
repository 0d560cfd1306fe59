package dev.tertulia.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A server that stands for a service. By default it tells what it was sent. */
public final class Upstream {
    private final Vertx vertx;
    private volatile Handler<HttpServerRequest> behaviour = Upstream::echo;
    private HttpServer server;
    private final int port;

    Upstream(Vertx vertx) {
        this.vertx = vertx;
        this.server = listen(vertx, 0, this);
        this.port = server.actualPort();
    }

    public int port() {
        return port;
    }

    /** From now on, until {@link #reset()}. */
    public void behave(Handler<HttpServerRequest> handler) {
        behaviour = handler;
    }

    public void reset() {
        behaviour = Upstream::echo;
    }

    /** As if the process were gone: connections are refused, and those there are end. */
    public void stop() {
        await(server.close());
        // The server says that it is closed a moment before its socket is.
        Awaitility.await().until(this::refusesConnections);
    }

    private boolean refusesConnections() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** On the same port as before, as soon as that is free. */
    public void start() {
        server = Awaitility.await()
                .ignoreException(IllegalStateException.class)
                .until(() -> listen(vertx, port, this), started -> true);
    }

    private static HttpServer listen(Vertx vertx, int port, Upstream upstream) {
        HttpServerOptions options =
                new HttpServerOptions().setMaxWebSocketFrameSize(1024 * 1024).setMaxWebSocketMessageSize(1024 * 1024);
        return await(vertx.createHttpServer(options)
                .requestHandler(request -> upstream.behaviour.handle(request))
                .listen(port, "127.0.0.1"));
    }

    /** Answers with the method, address, headers and length of what came. */
    public static void echo(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        request.body()
                .onSuccess(body -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(new JsonObject()
                                .put("method", request.method().name())
                                .put("uri", request.uri())
                                .put("headers", headers)
                                .put("body", body.toString("ISO-8859-1"))
                                .encode()));
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
