package dev.tertulia.messaging.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.messaging.FakeGraph;
import dev.tertulia.messaging.FakeGraphAddress;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who connects a number need not tell Meta where its webhooks go. */
@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(FakeGraphAddress.class)
class ChannelWebhookIT {
    private static final String PATH = "/api/v1/channels";

    private final UUID tenant = UUID.randomUUID();
    private final String number = "n" + tenant;
    private final String account = "a" + tenant;
    private final List<JsonObject> asked = new CopyOnWriteArrayList<>();

    @Test
    void checkingAChannelTellsMetaWhereItsWebhooksGo() throws IOException {
        try (FakeGraph graph = new FakeGraph()) {
            take(graph, "/v23.0/" + account + "/subscribed_apps", 200, "{\"success\":true}");
            take(graph, "/v23.0/" + number, 200, "{\"id\":\"" + number + "\"}");
            ValidatableResponse connected = connect(account).body("webhook.state", equalTo("unknown"));
            String url = connected.extract().path("webhookUrl");

            check(connected).body("status", equalTo("connected")).body("webhook.state", equalTo("registered"));

            JsonObject address =
                    new JsonObject().put("override_callback_uri", url).put("verify_token", "are you there");
            assertThat(asked).containsExactly(address, new JsonObject().put("webhook_configuration", address));
            owner().contentType("application/merge-patch+json")
                    .body(Map.of("secrets", Map.of("accessToken", "another")))
                    .patch(PATH + "/" + connected.extract().path("id"))
                    .then()
                    .statusCode(200)
                    .body("webhook.state", equalTo("unknown"));
        }
    }

    @Test
    void aChannelOfWhichMetaDoesNotTakeTheAddressWorksAndSaysWhy() throws IOException {
        try (FakeGraph graph = new FakeGraph()) {
            take(
                    graph,
                    "/v23.0/" + account + "/subscribed_apps",
                    400,
                    FakeGraph.Answer.error(400, 100).body());

            check(connect(account))
                    .body("status", equalTo("connected"))
                    .body("lastError", nullValue())
                    .body("webhook.state", equalTo("manual"))
                    .body("webhook.problem", not(blankOrNullString()));
        }
    }

    @Test
    void withoutAnAccountItIsToldByHand() throws IOException {
        try (FakeGraph graph = new FakeGraph()) {
            take(graph, "/v23.0/" + number, 200, "{\"id\":\"" + number + "\"}");

            check(connect(null))
                    .body("status", equalTo("connected"))
                    .body("webhook.state", equalTo("manual"))
                    .body("webhook.problem", containsString("business account"));
        }
    }

    private void take(FakeGraph graph, String path, int status, String answer) {
        graph.other(path, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                asked.add(new JsonObject(body));
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private ValidatableResponse connect(@Nullable String businessAccount) {
        Map<String, String> settings = new HashMap<>(Map.of("phoneNumberId", number));
        if (businessAccount != null) {
            settings.put("businessAccountId", businessAccount);
        }
        return owner().body(Map.of(
                        "type",
                        "whatsapp",
                        "name",
                        "Ventas",
                        "settings",
                        settings,
                        "secrets",
                        Map.of(
                                "accessToken",
                                "token of " + tenant,
                                "appSecret",
                                "the secret of the app",
                                "verifyToken",
                                "are you there")))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse check(ValidatableResponse connected) {
        return owner().post(PATH + "/" + connected.extract().path("id") + "/check")
                .then()
                .statusCode(200);
    }

    private RequestSpecification owner() {
        return given().contentType("application/json")
                .auth()
                .oauth2(TestPassports.of(tenant, "owner").token());
    }
}
