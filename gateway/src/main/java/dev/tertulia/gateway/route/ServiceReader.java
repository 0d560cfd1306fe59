package dev.tertulia.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Reads what services say about themselves. */
@Singleton
public class ServiceReader {
    private static final int MAX_BODY_BYTES = 8 * 1024 * 1024;

    private final Vertx vertx;
    private final RoutingTable routing;
    private final HttpClient client;

    ServiceReader(Vertx vertx, RoutingTable routing) {
        this.vertx = vertx;
        this.routing = routing;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) Duration.ofSeconds(1).toMillis())
                .setMaxPoolSize(4)
                .setMaxWaitQueueSize(64));
    }

    /** The answer to a GET, whatever its status. Fails if it is not there whole within the time, or too large. */
    public Future<Reply> get(String service, String uri, Duration time) {
        URI url = routing.services().get(service);
        if (url == null) {
            return Future.failedFuture(new IllegalArgumentException("No such service"));
        }
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(Route.host(url))
                .setPort(Route.port(url))
                .setSsl(Route.isSecure(url))
                .setURI(uri)
                .setConnectTimeout(time.toMillis())
                .putHeader("Accept", "application/json");
        return client.request(options).compose(request -> send(request, time));
    }

    private Future<Reply> send(HttpClientRequest request, Duration time) {
        long timer = vertx.setTimer(
                time.toMillis(), fired -> request.reset(0, new TimeoutException("No whole answer in time")));
        return request.send().compose(response -> read(request, response)).onComplete(done -> vertx.cancelTimer(timer));
    }

    private static Future<Reply> read(HttpClientRequest request, HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > MAX_BODY_BYTES) {
                request.reset(0, new IllegalStateException("The answer is too large"));
            }
        });
        return response.end().map(ended -> new Reply(response.statusCode(), body));
    }

    /** What a service answered. */
    public record Reply(int status, Buffer body) {}
}
