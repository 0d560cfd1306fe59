package dev.tertulia.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.sun.net.httpserver.HttpServer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** tenant-service is away, ill, or starts later than the service: its keys cannot be had. */
@QuarkusTest
@QuarkusTestResource(value = KeysOutOfReachIT.FlawedIssuer.class, restrictToAnnotatedClass = true)
class KeysOutOfReachIT {
    private final String passport = TestPassports.as(UUID.randomUUID(), "owner");

    @Test
    void nobodyListens() {
        FlawedIssuer.behave(Behaviour.REFUSES);
        unverifiable();
    }

    @Test
    void itFails() {
        FlawedIssuer.behave(Behaviour.FAILS);
        unverifiable();
    }

    @Test
    void itIsSilent() {
        FlawedIssuer.behave(Behaviour.IS_SILENT);
        unverifiable().time(lessThan(5L), TimeUnit.SECONDS);
    }

    @Test
    void itAnswersNonsense() {
        FlawedIssuer.behave(Behaviour.ANSWERS_NONSENSE);
        unverifiable();
    }

    private ValidatableResponse unverifiable() {
        return given().auth()
                .oauth2(passport)
                .get("/guarded/tenant")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", is("/problems/identity-unverifiable"));
    }

    enum Behaviour {
        REFUSES,
        FAILS,
        IS_SILENT,
        ANSWERS_NONSENSE
    }

    /** Loaded by two class loaders, so what it is told goes through the system properties. */
    public static class FlawedIssuer implements QuarkusTestResourceLifecycleManager {
        private static final String BEHAVIOUR = "tertulia.test.flawed-issuer";
        private final AtomicReference<@Nullable HttpServer> server = new AtomicReference<>();

        static void behave(Behaviour behaviour) {
            System.setProperty(BEHAVIOUR, behaviour.name());
        }

        @Override
        public Map<String, String> start() {
            try {
                HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                started.createContext("/jwks", exchange -> {
                    switch (Behaviour.valueOf(System.getProperty(BEHAVIOUR))) {
                        case REFUSES -> exchange.close();
                        case FAILS -> exchange.sendResponseHeaders(500, -1);
                        case IS_SILENT -> {}
                        case ANSWERS_NONSENSE -> {
                            exchange.sendResponseHeaders(200, 8);
                            exchange.getResponseBody()
                                    .write("nonsense".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                            exchange.close();
                        }
                    }
                });
                started.start();
                server.set(started);
                return Map.of(
                        "tertulia.passports.jwks-url",
                        "http://127.0.0.1:" + started.getAddress().getPort() + "/jwks");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            HttpServer started = server.getAndSet(null);
            if (started != null) {
                started.stop(0);
            }
        }
    }
}
