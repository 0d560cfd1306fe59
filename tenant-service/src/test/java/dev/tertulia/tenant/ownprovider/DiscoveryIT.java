package dev.tertulia.tenant.ownprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.ProblemType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider that a stranger names, over real HTTP. */
class DiscoveryIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private HttpServer server;
    private String issuer;
    private String answer;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/luna";
        server.createContext("/realms/luna/.well-known/openid-configuration", this::answer);
        server.createContext("/hangs/.well-known/openid-configuration", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.createContext("/endless/.well-known/openid-configuration", this::answerWithoutEnd);
        server.start();
        answer = document().encode();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        vertx.closeAndAwait();
    }

    @Test
    void aProviderSaysWhereItIs() {
        DiscoveredProvider found = discover(issuer);

        assertThat(found.tokenEndpoint()).hasToString(issuer + "/token");
        assertThat(found.authorizationEndpoint()).hasToString(issuer + "/auth");
        assertThat(found.jwksUri()).hasToString(issuer + "/certs");
        assertThat(found.clientAuthentication()).isEqualTo(DiscoveredProvider.ClientAuthentication.CLIENT_SECRET_BASIC);
    }

    @Test
    void aSecretIsShownAsTheProviderTakesIt() {
        answer = document()
                .put("token_endpoint_auth_methods_supported", new JsonArray().add("client_secret_post"))
                .encode();
        assertThat(discover(issuer).clientAuthentication())
                .isEqualTo(DiscoveredProvider.ClientAuthentication.CLIENT_SECRET_POST);

        answer = document()
                .put("token_endpoint_auth_methods_supported", new JsonArray().add("private_key_jwt"))
                .encode();
        assertFails(issuer, OwnProviderProblem.UNUSABLE, "client secret");
    }

    @Test
    void anotherIssuerIsNotBelieved() {
        answer = document().put("issuer", issuer + "/").encode();
        assertFails(issuer, OwnProviderProblem.UNUSABLE, "issuer is another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri"})
    void whatIsNeededMustBeThere(String name) {
        JsonObject document = document();
        document.remove(name);
        answer = document.encode();
        assertFails(issuer, OwnProviderProblem.UNUSABLE, name);
    }

    /** Keycloak is going to call them. */
    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri"})
    void whereItLeadsMustBeOutInTheWorldAsWell(String name) {
        answer = document().put(name, "https://169.254.169.254/latest").encode();
        assertFails(issuer, OwnProviderProblem.ADDRESS_REFUSED, "169.254.169.254");
    }

    @Test
    void aRedirectIsNotFollowed() {
        status = 302;
        assertFails(issuer, OwnProviderProblem.UNREACHABLE, "302");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsNoJsonOrTooLongIsRefused() {
        answer = "<html>";
        assertFails(issuer, OwnProviderProblem.UNUSABLE, "no JSON");
        answer = document().put("padding", "x".repeat(70_000)).encode();
        assertFails(issuer, OwnProviderProblem.UNUSABLE, "too long");
    }

    @Test
    void whatHangsIsGivenUp() {
        assertFails(issuer.replace("/realms/luna", "/hangs"), OwnProviderProblem.UNREACHABLE, "not in time");
    }

    /** Not only is it answered: what is still coming is received no longer. */
    @Test
    void whatHasNoEndIsHungUpOn() throws InterruptedException {
        assertFails(issuer.replace("/realms/luna", "/endless"), OwnProviderProblem.UNUSABLE, "too long");

        assertThat(hungUp.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whereNobodyListensIsSaid() {
        server.stop(0);
        assertFails(issuer, OwnProviderProblem.UNREACHABLE, "cannot be reached");
    }

    @Test
    void aHostThatIsNotThereIsSaid() {
        assertFails("https://nowhere.invalid", OwnProviderProblem.UNREACHABLE, "no host nowhere.invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://localhost",
                "https://10.0.0.1/realms/x",
                "https://[::1]/",
                "https://2130706433/",
                "http://example.com",
                "ftp://example.com",
                "file:///etc/passwd",
                "https://user@example.com",
                "https:opaque"
            })
    void whatIsNotOutInTheWorldIsNotAsked(String address) {
        assertFails(address, OwnProviderProblem.ADDRESS_REFUSED, "");
    }

    /** What is let in for the local stack is let in there, and not at another port. */
    @Test
    void anotherPortOfALocalHostIsNotAsked() {
        assertFails("http://localhost:1/realms/luna", OwnProviderProblem.ADDRESS_REFUSED, "https");
        assertThat(asked).hasValue(0);
    }

    @Test
    void anIssuerHasNoQuery() {
        assertFails("https://example.com/?a=b", CommonProblem.VALIDATION_FAILED, null);
    }

    private void assertFails(String address, ProblemType type, @org.jspecify.annotations.Nullable String detail) {
        assertThatThrownBy(() -> discover(address)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problemType()).isEqualTo(type);
            if (detail != null) {
                assertThat(problem.getDetail()).contains(detail);
            }
        });
    }

    private DiscoveredProvider discover(String address) {
        return new Discovery(
                        vertx,
                        new Config(Set.of("localhost:" + server.getAddress().getPort())))
                .of(address)
                .await()
                .atMost(LIMIT);
    }

    private JsonObject document() {
        return new JsonObject()
                .put("issuer", issuer)
                .put("authorization_endpoint", issuer + "/auth")
                .put("token_endpoint", issuer + "/token")
                .put("jwks_uri", issuer + "/certs");
    }

    private void answerWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] more = new byte[8192];
        try {
            while (end.getCount() > 0) {
                exchange.getResponseBody().write(more);
            }
        } catch (IOException gone) {
            hungUp.countDown();
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", exchange.getRequestURI().toString());
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private record Config(Set<String> hosts) implements OwnProviderConfig {
        @Override
        public int mostDomains() {
            return 20;
        }

        @Override
        public Optional<String> dnsServer() {
            return Optional.empty();
        }

        @Override
        public Duration dnsTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Optional<Set<String>> localHosts() {
            return Optional.of(hosts);
        }

        @Override
        public Duration discoveryTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public int discoveryMaxBytes() {
            return 65_536;
        }

        @Override
        public Duration syncInterval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration syncPause() {
            return Duration.ofSeconds(1);
        }
    }
}
