package dev.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The description of the whole API, and the page that shows it. */
@QuarkusTest
class DocsIT extends GatewayTest {

    @Test
    void describesWhatAllServicesOfferThroughTheGateway() {
        services.tenant.behave(request -> describe(request, "/api/v1/me", "/internal/passports"));
        services.contact.behave(request -> describe(request, "/api/v1/contacts", "/api/v1/contacts/{id}"));
        services.messaging.behave(
                request -> describe(request, "/api/v1/conversations", "/webhooks/{provider}/{channelId}"));

        JsonObject openapi = send(to("/openapi")).json();

        assertThat(openapi.getString("openapi")).startsWith("3.");
        assertThat(openapi.getJsonObject("info").getString("version")).isNotEqualTo("unknown");
        assertThat(openapi.getJsonObject("paths").fieldNames())
                .contains(
                        "/api/v1/me",
                        "/api/v1/contacts",
                        "/api/v1/contacts/{id}",
                        "/api/v1/conversations",
                        "/webhooks/{provider}/{channelId}",
                        "/api/v1/realtime/tickets",
                        "/health")
                .doesNotContain("/internal/passports");
        assertThat(openapi.containsKey("x-missing-services")).isFalse();
    }

    @Test
    void saysWhichServiceIsMissingFromIt() {
        services.tenant.behave(request -> describe(request, "/api/v1/me"));
        services.contact.behave(request -> request.response().setStatusCode(500).end());
        services.messaging.behave(request -> request.response().end("no JSON"));

        Answer answer = send(to("/openapi"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("x-missing-services"))
                .containsExactly("contact-service", "messaging-service");
        assertThat(answer.json().getJsonObject("paths").fieldNames()).contains("/api/v1/me");
    }

    @Test
    void aPageShowsIt() {
        Answer page = send(to("/docs/"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(page.response().body()).contains("/openapi");
        assertThat(send(to("/docs/swagger-ui-bundle.js")).status()).isEqualTo(200);
    }

    private static void describe(HttpServerRequest request, String... paths) {
        JsonObject described = new JsonObject();
        for (String path : paths) {
            described.put(path, new JsonObject().put("get", new JsonObject().put("summary", request.path())));
        }
        request.response()
                .end(new JsonObject()
                        .put("openapi", "3.1.0")
                        .put("paths", described)
                        .encode());
    }
}
