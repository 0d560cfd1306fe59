package dev.tertulia.messaging.template;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpExchange;
import dev.tertulia.messaging.FakeGraph;
import dev.tertulia.messaging.FakeGraphAddress;
import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(FakeGraphAddress.class)
class TemplatesIT {
    private static final String SHIPPED = """
            {"id":"1","name":"order_shipped","language":"es_MX","status":"APPROVED","category":"UTILITY","components":[
              {"type":"HEADER","format":"TEXT","text":"Pedido {{1}}"},
              {"type":"BODY","text":"Hola {{1}}, tu pedido {{2}} va en camino.","example":{"body_text":[["Lucía","A-17"]]}},
              {"type":"FOOTER","text":"Panadería Luna"},
              {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Gracias"},
                {"type":"URL","text":"Seguir","url":"https://luna.example/p/{{1}}"}]}]}""";
    private static final String PAUSED = """
            {"id":"2","name":"promo","language":"es","status":"PAUSED","category":"MARKETING","components":[
              {"type":"BODY","text":"Hoy 2x1"}]}""";

    private volatile String answer = "";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @Inject
    @SuppressWarnings("NullAway.Init")
    TemplateSync sync;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    @SuppressWarnings("NullAway.Init") // set before each test
    private FakeGraph graph;

    @SuppressWarnings("NullAway.Init") // set before each test
    private String account;

    @BeforeEach
    void connect() throws IOException {
        channel = TestChannel.connected(cipher);
        account = "a" + channel.id;
        moveTo(account);
        graph = new FakeGraph();
        templates(SHIPPED, PAUSED);
        graph.other(path(account), exchange -> answer(exchange, 200, answer));
    }

    private static String path(String account) {
        return "/v23.0/" + account + "/message_templates";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** All channels of the tenant. */
    private void moveTo(String businessAccount) {
        channel.execute("update messaging.channel set settings = settings || '{\"businessAccountId\":\""
                + businessAccount + "\"}' where tenant_id = ?");
    }

    private void makeDue() {
        channel.execute("update messaging.template_sync set next_sync_at = now() where tenant_id = ?");
    }

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void theyAreReadAndListedAsCustomersSeeThem() {
        sync().statusCode(200).body("templates", equalTo(2)).body("businessAccountId", equalTo(account));

        as("agent")
                .get("/api/v1/templates?channel=" + channel.id + "&status=approved")
                .then()
                .statusCode(200)
                .body("items.name", contains("order_shipped"))
                .body("items[0].channelIds", contains(channel.id.toString()))
                .body("items[0].category", equalTo("utility"))
                .body("items[0].parameterFormat", equalTo("positional"))
                .body("items[0].header.text", equalTo("Pedido {{1}}"))
                .body("items[0].body.variables", contains("1", "2"))
                .body("items[0].body.examples", contains("Lucía", "A-17"))
                .body("items[0].footer.text", equalTo("Panadería Luna"))
                .body("items[0].buttons.type", contains("quick-reply", "url"))
                .body("items[0].buttons[1].variables", contains("1"));
        as("agent").get("/api/v1/templates?q=2X1").then().body("items.name", contains("promo"));
        String next =
                as("agent").get("/api/v1/templates?limit=1").then().extract().path("nextCursor");
        as("agent").get("/api/v1/templates?limit=1&after=" + next).then().body("items.name", contains("promo"));
        given().auth()
                .oauth2(TestPassports.of(UUID.randomUUID(), "owner").token())
                .get("/api/v1/templates")
                .then()
                .body("items", empty());
    }

    @Test
    void whatTheAccountNoLongerHasGoesAndWhatChangedChanges() {
        sync().statusCode(200);
        templates(PAUSED.replace("PAUSED", "APPROVED"));

        sync().body("templates", equalTo(1));

        as("agent").get("/api/v1/templates").then().body("items.status", contains("approved"));
    }

    @Test
    void theyAreReadAgainByThemselves() {
        sync().statusCode(200);
        templates(SHIPPED);
        makeDue();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        as("agent").get("/api/v1/templates").then().body("items.name", contains("order_shipped")));
    }

    @Test
    void anAccountThatNoChannelIsOfIsForgotten() {
        sync().statusCode(200);
        String other = "b" + channel.id;
        graph.other(path(other), exchange -> answer(exchange, 200, "{\"data\":[" + PAUSED + "]}"));

        moveTo(other);

        as("agent").get("/api/v1/templates").then().body("items.name", not(hasItem("order_shipped")));
        makeDue();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(channel.select("select account_id from messaging.template_sync where tenant_id = ?"))
                    .containsExactly(other);
            assertThat(channel.select("select account_id || name from messaging.template where tenant_id = ?"))
                    .containsExactly(other + "promo");
        });
    }

    @Test
    void oneThatWorksReadsWhatAnotherCannot() {
        sync().statusCode(200);
        TestChannel working = TestChannel.connected(cipher, channel.tenant);
        moveTo(account);
        UUID dead = channel.id;
        // What tells them apart before the provider is the token.
        channel.execute("update messaging.channel set secrets = secrets || jsonb_build_object('accessToken', '"
                + cipher.encrypt("dead", FieldCipher.place(channel.tenant, "channel", "secrets", dead, "accessToken"))
                + "') where tenant_id = ? and id = '" + dead + "'");
        graph.other(path(account), exchange -> {
            boolean works =
                    exchange.getRequestHeaders().getFirst("Authorization").contains(TestChannel.ACCESS_TOKEN);
            answer(exchange, works ? 200 : 502, works ? answer : "");
        });
        templates(SHIPPED);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            channel.execute("update messaging.template_sync set next_sync_at = now()"
                    + " where tenant_id = ? and (failed or channel_id = '" + dead + "')");
            as("agent").get("/api/v1/templates").then().body("items.name", contains("order_shipped"));
        });
        assertThat(channel.select("select channel_id from messaging.template_sync where tenant_id = ?"))
                .containsExactly(working.id.toString());
    }

    @Test
    void ofThoseThatLookAtOnceOneReads() {
        sync().statusCode(200);
        AtomicInteger reads = new AtomicInteger();
        graph.other(path(account), exchange -> {
            reads.incrementAndGet();
            pause(Duration.ofMillis(300));
            answer(exchange, 200, answer);
        });
        makeDue();

        // Each as if it were a replica of its own, beside the one that looks by itself.
        Uni.join()
                .all(sync.syncDue(), sync.syncDue(), sync.syncDue())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(60));

        await().atMost(Duration.ofSeconds(20)).untilAtomic(reads, equalTo(1));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoMayNotOrCannotIsToldWhy() {
        as("agent")
                .post("/api/v1/channels/" + channel.id + "/template-syncs")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestPassports.of(UUID.randomUUID(), "owner").token())
                .post("/api/v1/channels/" + channel.id + "/template-syncs")
                .then()
                .statusCode(404);
        TestChannel without = TestChannel.connected(cipher);
        given().auth()
                .oauth2(TestPassports.of(without.tenant, "owner").token())
                .post("/api/v1/channels/" + without.id + "/template-syncs")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/templates-not-available"));
    }

    @Test
    void oneIsShownAsTheCustomerSeesIt() {
        sync().statusCode(200);

        send("order_shipped", "es_MX", values("A-17", "Lucía", "A-17"))
                .statusCode(202)
                .body("message.text", equalTo("Hola Lucía, tu pedido A-17 va en camino."))
                .body("message.template.name", equalTo("order_shipped"))
                .body("message.template.rendered.header.text", equalTo("Pedido A-17"))
                .body("message.template.rendered.footer", equalTo("Panadería Luna"))
                .body("message.template.rendered.buttons[1].url", equalTo("https://luna.example/p/A-17"));

        await().atMost(Duration.ofSeconds(20)).until(() -> !graph.calls(channel).isEmpty());
        assertThat(graph.calls(channel)
                        .getFirst()
                        .body()
                        .getJsonObject("template")
                        .fieldNames())
                .containsExactlyInAnyOrder("name", "language", "components");
    }

    @Test
    void whatWhatsAppWouldRefuseIsNotTried() {
        sync().statusCode(200);

        send("order_shipped", "es_MX", values("A-17", "Lucía"))
                .statusCode(422)
                .body("errors[0].field", equalTo("template.components"))
                .body("errors[0].message", containsString("2 values for the body"));
        send("order_shipped", "en", new JsonArray()).statusCode(422).body("errors[0].field", equalTo("template.name"));
        send("promo", "es", new JsonArray()).statusCode(422).body("errors[0].message", containsString("paused"));
        assertThat(graph.calls(channel)).isEmpty();
        as("supervisor").get("/api/v1/conversations").then().body("items", empty());
    }

    @Test
    void theyAreReadOnceAChannelIsConnected() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> as("agent")
                        .get("/api/v1/templates")
                        .then()
                        .body("items.name", contains("order_shipped", "promo")));
    }

    @Test
    void anAccountThatWasNeverReadIsLeftToWhatsApp() {
        channel.execute("update messaging.channel set settings = settings - 'businessAccountId' where tenant_id = ?");
        send("unheard_of", "es", new JsonArray()).statusCode(202).body("message.template.name", equalTo("unheard_of"));
    }

    /** @param body the values of the body */
    private static JsonArray values(String header, String... body) {
        JsonArray values = new JsonArray();
        for (String value : body) {
            values.add(text(value));
        }
        return new JsonArray()
                .add(component("header").put("parameters", new JsonArray().add(text(header))))
                .add(component("body").put("parameters", values))
                .add(component("button")
                        .put("sub_type", "url")
                        .put("index", "1")
                        .put("parameters", new JsonArray().add(text(header))));
    }

    private static JsonObject component(String type) {
        return new JsonObject().put("type", type);
    }

    private static JsonObject text(String value) {
        return new JsonObject().put("type", "text").put("text", value);
    }

    private void templates(String... templates) {
        answer = "{\"data\":[" + String.join(",", templates) + "]}";
    }

    private ValidatableResponse sync() {
        return as("supervisor")
                .post("/api/v1/channels/" + channel.id + "/template-syncs")
                .then();
    }

    private ValidatableResponse send(String name, String language, JsonArray components) {
        JsonObject template = new JsonObject().put("name", name).put("language", language);
        if (!components.isEmpty()) {
            template.put("components", components);
        }
        return as("supervisor")
                .contentType("application/json")
                .body(new JsonObject()
                        .put("channelId", channel.id.toString())
                        .put("to", "+573001112233")
                        .put("message", new JsonObject().put("kind", "template").put("template", template))
                        .encode())
                .post("/api/v1/conversations")
                .then();
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(TestPassports.of(channel.tenant, role).token());
    }
}
