package dev.tertulia.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** What tests of the running gateway share: the servers behind it and a client in front of it. */
@QuarkusTestResource(Services.class)
@SuppressWarnings("NullAway.Init")
public abstract class GatewayTest {
    protected static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    protected Services services;

    @TestHTTPResource("/")
    protected URI gateway;

    @AfterEach
    void putTheServicesRight() {
        services.reset();
    }

    protected HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    protected HttpRequest.Builder to(String path, Authority.Holder caller) {
        return to(path).header("Authorization", caller.bearer());
    }

    protected static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer, easily read. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonObject json() {
            return new JsonObject(response.body());
        }

        /** A header as the service was sent it; empty if it was not. */
        public String sent(String name) {
            return json().getJsonObject("headers").getString(name, "");
        }

        /** The problem's code; fails the test if the answer is none. */
        public String problem() {
            if (!header("Content-Type").equals("application/problem+json")
                    || json().getInteger("status") != status()
                    || !header("X-Request-Id").equals(json().getString("traceId"))) {
                throw new AssertionError("No problem: " + status() + " " + response.headers() + response.body());
            }
            return json().getString("type").substring("/problems/".length());
        }
    }
}
