package dev.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to services and what comes back from them. */
@QuarkusTest
class ForwardingIT extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "tenant, /api/v1/me",
        "tenant, /api/v1/members/7",
        "tenant, /api/v1/platform/tenants",
        "contact, /api/v1/contacts/duplicates",
        "contact, /api/v1/pipelines/7/board",
        "contact, /api/v1/imports",
        "messaging, /api/v1/conversations/7/messages",
        "messaging, /api/v1/attachments/7",
        "messaging, /webhooks/whatsapp/7",
    })
    void eachPathLeadsToItsService(String service, String path) {
        Answer answer = send(to(path, services.authority.someone()));

        int port = switch (service) {
            case "tenant" -> services.tenant.port();
            case "contact" -> services.contact.port();
            default -> services.messaging.port();
        };
        assertThat(answer.sent("host")).isEqualTo("127.0.0.1:" + port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1",
                "/api/v1/nothing",
                "/internal/passports",
                "/internal/jwks",
                "/q/dev-ui",
                "/index.html"
            })
    void whatIsNowhereIsAProblem(String path) {
        Answer answer = send(to(path, services.authority.someone()));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/contacts/../../../internal/passports",
                "/api/v1/contacts/%2e%2e/%2e%2e/%2e%2e/internal/jwks",
                "/api/v1/contacts/..;/..;/..;/internal/jwks",
                "//internal/jwks",
                "/webhooks/..%2finternal/jwks"
            })
    void nobodyGetsInByAPathThatIsReadInTwoWays(String path) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");

            assertThat(connection.hearAll()).startsWith("HTTP/1.1 400").contains("/problems/path-not-accepted");
        }
    }

    @Test
    void theRequestArrivesAsItWasSent() {
        Answer answer = send(to("/api/v1/contacts?q=a%20b&limit=3&after=%2B", services.authority.someone())
                .header("Content-Type", "application/json")
                .header("If-Match", "\"7\"")
                .header("Idempotency-Key", "key-1")
                .header("Accept-Language", "es")
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"x\"}")));

        assertThat(answer.json())
                .contains(
                        java.util.Map.entry("method", "PATCH"),
                        java.util.Map.entry("uri", "/api/v1/contacts?q=a%20b&limit=3&after=%2B"),
                        java.util.Map.entry("body", "{\"name\":\"x\"}"));
        assertThat(answer.sent("if-match")).isEqualTo("\"7\"");
        assertThat(answer.sent("idempotency-key")).isEqualTo("key-1");
        assertThat(answer.sent("accept-language")).isEqualTo("es");
        assertThat(answer.sent("content-length")).isEqualTo("12");
    }

    @Test
    void theServiceGetsThePassportAndNothingElseThatProvesAnything() {
        Authority.Holder someone = services.authority.someone();
        Answer answer = send(to("/api/v1/contacts")
                .header("X-API-Key", someone.credential)
                .header("X-Tenant", "acme")
                .header("X-Passport", "forged")
                .header("X-Gateway-Secret", "guessed")
                .header("X-Ticket-Nonce", "forged"));

        assertThat(answer.sent("authorization")).startsWith("Bearer header.");
        assertThat(answer.json().getJsonObject("headers").fieldNames())
                .doesNotContain("x-api-key", "x-tenant", "x-passport", "x-gateway-secret", "x-ticket-nonce");
    }

    @Test
    void headersOfTheConnectionStayOnIt() throws IOException {
        Authority.Holder someone = services.authority.someone();
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("GET /api/v1/contacts HTTP/1.1\nHost: localhost\nAuthorization: " + someone.bearer()
                    + "\nConnection: close\nConnection: X-Hop\nX-Hop: 1\nKeep-Alive: 5\nTE: trailers\nUpgrade: other"
                    + "\nProxy-Authorization: Basic x\nX-End: 1\n\n");

            String answer = connection.hearAll();
            assertThat(new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                            .getJsonObject("headers")
                            .fieldNames())
                    .contains("x-end")
                    .doesNotContain("x-hop", "keep-alive", "te", "upgrade", "proxy-authorization");
        }
    }

    @Test
    void theServiceLearnsWhoCallsFromTrustedProxiesOnly() {
        Authority.Holder someone = services.authority.someone();
        // The tests' own address is a trusted proxy; what stands before the first unknown address is hearsay.
        Answer answer = send(to("/api/v1/contacts", someone)
                .header("X-Forwarded-For", "203.0.113.9, 198.51.100.7, 127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "api.example.com")
                .header("X-Forwarded-Port", "1")
                .header("Forwarded", "for=203.0.113.9")
                .header("X-Real-IP", "203.0.113.9"));

        assertThat(answer.sent("x-forwarded-for")).isEqualTo("198.51.100.7");
        assertThat(answer.sent("x-forwarded-proto")).isEqualTo("https");
        assertThat(answer.sent("x-forwarded-host")).isEqualTo("api.example.com");
        assertThat(answer.json().getJsonObject("headers").fieldNames())
                .doesNotContain("forwarded", "x-real-ip", "x-forwarded-port");
        assertThat(answer.header("Strict-Transport-Security")).isNotEmpty();
    }

    @Test
    void theRequestIdIsTakenOrMadeAndReturned() {
        Authority.Holder someone = services.authority.someone();
        Answer taken = send(to("/api/v1/contacts", someone).header("X-Request-Id", "order-66"));
        Answer made = send(to("/api/v1/contacts", someone).header("X-Request-Id", "not fit for logs"));

        assertThat(taken.header("X-Request-Id")).isEqualTo("order-66").isEqualTo(taken.sent("x-request-id"));
        assertThat(made.header("X-Request-Id")).hasSize(36).isEqualTo(made.sent("x-request-id"));
    }

    @Test
    void theRequestIdIsOnRefusalsAsWell() {
        Answer answer = send(to("/api/v1/contacts").header("X-Request-Id", "order-66"));

        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("X-Request-Id")).isEqualTo("order-66");
    }

    @Test
    void theAnswerComesBackAsTheServiceGaveIt() {
        services.contact.behave(request -> request.response()
                .setStatusCode(412)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("ETag", "\"8\"")
                .putHeader("X-Request-Id", "of the service")
                .putHeader("Server", "software")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Content-Security-Policy", "sandbox")
                .end("{\"type\":\"/problems/stale-version\"}"));

        Answer answer = send(
                to("/api/v1/contacts/7", services.authority.someone()).method("PATCH", BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.response().body()).isEqualTo("{\"type\":\"/problems/stale-version\"}");
        assertThat(answer.header("ETag")).isEqualTo("\"8\"");
        assertThat(answer.response().headers().allValues("X-Request-Id"))
                .hasSize(1)
                .doesNotContain("of the service");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.response().headers().map()).doesNotContainKeys("server", "access-control-allow-origin");
    }

    @Test
    void placesAreNamedWithoutTheService() {
        services.contact.behave(request -> request.response()
                .setStatusCode(201)
                .putHeader("Location", "http://127.0.0.1:" + services.contact.port() + "/api/v1/contacts/7?x=1")
                .end());

        Answer answer =
                send(to("/api/v1/contacts", services.authority.someone()).POST(BodyPublishers.ofString("{}")));

        assertThat(answer.header("Location")).isEqualTo("/api/v1/contacts/7?x=1");
    }

    @Test
    void answersWithoutABodyStayWithout() {
        services.contact.behave(request -> {
            switch (request.method().name()) {
                case "HEAD" ->
                    request.response().putHeader("Content-Length", "1234").end();
                case "DELETE" -> request.response().setStatusCode(204).end();
                default ->
                    request.response()
                            .setStatusCode(304)
                            .putHeader("ETag", "\"1\"")
                            .end();
            }
        });
        Authority.Holder someone = services.authority.someone();

        Answer head = send(to("/api/v1/contacts/7", someone).HEAD());
        Answer deleted = send(to("/api/v1/contacts/7", someone).DELETE());
        Answer unchanged = send(to("/api/v1/contacts/7", someone).GET());

        assertThat(head.header("Content-Length")).isEqualTo("1234");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void aWebhookGoesThroughWithoutACredentialAndWithItsBytesUntouched() {
        String body = "{\"a\" : \"ñ\",\n\"entry\":[]}  ";
        Answer answer = send(to("/webhooks/whatsapp/7?hub.mode=x")
                .header("X-Hub-Signature-256", "sha256=abc")
                .header("Authorization", "Bearer whatever")
                .POST(BodyPublishers.ofString(body, java.nio.charset.StandardCharsets.ISO_8859_1)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("uri")).isEqualTo("/webhooks/whatsapp/7?hub.mode=x");
        assertThat(answer.json().getString("body")).isEqualTo(body);
        assertThat(answer.sent("x-hub-signature-256")).isEqualTo("sha256=abc");
        assertThat(answer.json().getJsonObject("headers").fieldNames()).doesNotContain("authorization");
    }

    @Test
    void strangersCanSignUp() {
        Answer stranger = send(to("/api/v1/signups").POST(BodyPublishers.ofString("{}")));
        Answer known = send(to("/api/v1/signups", services.authority.someone()).POST(BodyPublishers.ofString("{}")));

        assertThat(stranger.json().getJsonObject("headers").fieldNames()).doesNotContain("authorization");
        assertThat(known.sent("authorization")).startsWith("Bearer header.");
    }

    @Test
    void someMethodsAreForNoPath() throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("TRACE /api/v1/contacts HTTP/1.1\nHost: localhost\nConnection: close\n\n");

            assertThat(connection.hearAll()).startsWith("HTTP/1.1 405").contains("/problems/method-not-allowed");
        }
    }

    @Test
    void browsersAreToldWhereToSignIn() {
        Answer answer = send(to("/api/v1/sign-in-configuration"));

        assertThat(answer.json())
                .isEqualTo(new JsonObject()
                        .put("issuer", "http://localhost:8180/realms/tertulia")
                        .put("clientId", "console"));
    }
}
