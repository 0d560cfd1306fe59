package dev.tertulia.messaging.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
class WebhookIT {
    private static final long SECOND = 1_760_000_000L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    @BeforeEach
    void connect() {
        channel = TestChannel.connected(cipher);
    }

    @Test
    void aMessageIsStoredWithItsContactAndConversationBeforeThe200() {
        channel.post(channel.text("573001234567", "wamid.first", SECOND, "¿Tienen envío a Bogotá? 🙂"))
                .then()
                .statusCode(200);

        assertThat(channel.select("select text from messaging.message where tenant_id = ?"))
                .containsExactly("¿Tienen envío a Bogotá? 🙂");
        assertThat(channel.select("select name || ' ' || value from messaging.identity where tenant_id = ?"))
                .containsExactly("Customer 573001234567 +573001234567");
        assertThat(channel.select(
                        "select status || ' ' || unread_count || ' ' || last_message_preview from messaging.conversation"
                                + " where tenant_id = ?"))
                .containsExactly("open 1 ¿Tienen envío a Bogotá? 🙂");
        await().untilAsserted(() -> assertThat(published()).containsExactly("conversation.opened", "message.received"));
    }

    @Test
    void aHundredRedeliveriesInParallelMakeOneMessageAndOneEvent() throws Exception {
        List<JsonObject> items = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            items.add(new JsonObject()
                    .put("from", "5541988887777")
                    .put("id", "wamid.burst." + n)
                    .put("timestamp", Long.toString(SECOND + n))
                    .put("type", "text")
                    .put("text", new JsonObject().put("body", "Line " + n)));
        }
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
            for (int n = 0; n < 100; n++) {
                List<JsonObject> shuffled = new ArrayList<>(items);
                Collections.shuffle(shuffled, new Random(n));
                JsonObject webhook = channel.message(shuffled.toArray(JsonObject[]::new));
                answers.add(senders.submit(() -> channel.post(webhook).statusCode()));
            }
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }

        assertThat(channel.select("select text from messaging.message where tenant_id = ? order by occurred_at"))
                .containsExactly("Line 0", "Line 1", "Line 2", "Line 3");
        assertThat(channel.select("select id::text from messaging.identity where tenant_id = ?"))
                .hasSize(1);
        assertThat(channel.select(
                        "select unread_count || ' ' || message_count from messaging.conversation where tenant_id = ?"))
                .containsExactly("4 4");
        await().untilAsserted(() -> assertThat(published()).hasSize(5));
        assertThat(published()).filteredOn("message.received"::equals).hasSize(4);
        assertThat(channel.select("select id::text from messaging.provider_event where tenant_id = ?"))
                .hasSize(100);
    }

    @Test
    void bothFormsOfABrazilianNumberAreOnePerson() {
        channel.post(channel.text("5541988887777", "wamid.nine", SECOND, "Oi"))
                .then()
                .statusCode(200);
        channel.post(channel.text("554188887777", "wamid.eight", SECOND + 1, "Oi de novo"))
                .then()
                .statusCode(200);

        assertThat(channel.select("select address from messaging.identity where tenant_id = ?"))
                .as("answers go to the address that was heard of last")
                .containsExactly("554188887777");
        assertThat(channel.select("select id::text from messaging.conversation where tenant_id = ?"))
                .hasSize(1);
    }

    @Test
    void statusesOnlyMoveForward() {
        channel.post(echo("wamid.echo", "Our answer")).then().statusCode(200);
        channel.post(channel.status("wamid.echo", "read", SECOND + 3)).then().statusCode(200);
        channel.post(channel.status("wamid.echo", "delivered", SECOND + 2))
                .then()
                .statusCode(200);
        channel.post(channel.status("wamid.echo", "read", SECOND + 3)).then().statusCode(200);

        assertThat(channel.select("select status from messaging.message where tenant_id = ?"))
                .containsExactly("read");
        await().untilAsserted(() ->
                assertThat(published()).containsExactly("conversation.opened", "message.queued", "message.read"));
    }

    @Test
    void whatComesBeforeItsMessageWaitsForIt() {
        channel.post(channel.status("wamid.late", "delivered", SECOND + 2))
                .then()
                .statusCode(200);
        channel.post(reaction("wamid.late", "👍", SECOND + 4)).then().statusCode(200);
        channel.post(echo("wamid.late", "Sent before it was known")).then().statusCode(200);

        await().untilAsserted(() -> assertThat(
                        channel.select(
                                "select status || ' ' || (reactions -> 0 ->> 'emoji') from messaging.message where tenant_id = ?"))
                .containsExactly("delivered 👍"));
        assertThat(channel.select("select id::text from messaging.waiting_item where tenant_id = ?"))
                .isEmpty();
    }

    @Test
    void theLatestReactionStandsWhateverTheOrder() {
        channel.post(channel.text("573001234567", "wamid.liked", SECOND, "Gracias"))
                .then()
                .statusCode(200);
        channel.post(reaction("wamid.liked", null, SECOND + 9)).then().statusCode(200);
        channel.post(reaction("wamid.liked", "❤️", SECOND + 5)).then().statusCode(200);

        assertThat(channel.select("select reactions -> 0 ->> 'emoji' from messaging.message where tenant_id = ?"))
                .containsOnlyNulls();
    }

    @Test
    void anUnreadableBodyThatIsSignedIsKept() {
        channel.post("{\"object\":".getBytes(StandardCharsets.UTF_8)).then().statusCode(200);

        assertThat(channel.select("select status from messaging.provider_event where tenant_id = ?"))
                .containsExactly("unreadable");
    }

    @Test
    void aMessageThatCannotBeStoredHurtsNobodyElse() {
        // A channel that is remembered but no longer there: its conversations have nothing to belong to.
        TestChannel gone = TestChannel.connected(cipher);
        gone.post("{".getBytes(StandardCharsets.UTF_8)).then().statusCode(200);
        gone.execute("delete from messaging.channel where tenant_id = ?");

        List<Integer> answers = List.of(channel, gone, channel, gone, channel).parallelStream()
                .map(to -> to.post(to.text("573001234567", "wamid." + UUID.randomUUID(), SECOND, "Hi"))
                        .statusCode())
                .toList();

        assertThat(answers).containsOnly(200);
        assertThat(channel.select("select text from messaging.message where tenant_id = ?"))
                .hasSize(3);
        assertThat(gone.select("select problem from messaging.provider_event where tenant_id = ? and status = 'aside'"))
                .hasSize(2)
                .containsOnly("Storing it failed with SQLSTATE 23503");
    }

    @Test
    void aWrongSignatureIs401() {
        given().header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                .body("{}")
                .post(channel.webhookPath())
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/wrong-signature"));
        given().body("{}").post(channel.webhookPath()).then().statusCode(401);
        assertThat(channel.select("select id::text from messaging.provider_event where tenant_id = ?"))
                .isEmpty();
    }

    @Test
    void anUnknownChannelIs404() {
        given().body("{}")
                .post("/webhooks/whatsapp/00000000-0000-4000-8000-000000000000")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().body("{}").post("/webhooks/whatsapp/none").then().statusCode(404);
    }

    @Test
    void twentyMegabytesAre413() {
        given().contentType("application/json")
                .body(new byte[20 << 20])
                .post(channel.webhookPath())
                .then()
                .statusCode(413);
    }

    @Test
    void metaGetsItsChallengeBackForTheVerifyToken() {
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", TestChannel.VERIFY_TOKEN)
                .queryParam("hub.challenge", "<b>9007199254740993</b>")
                .get(channel.webhookPath())
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .header("X-Content-Type-Options", "nosniff")
                .body(is("<b>9007199254740993</b>"));
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.verify_token", "another")
                .queryParam("hub.challenge", "1")
                .get(channel.webhookPath())
                .then()
                .statusCode(403);
    }

    private List<String> published() {
        return channel.select("select topic from messaging.event_log where tenant_id = ? order by position");
    }

    private JsonObject echo(String externalId, String text) {
        JsonObject webhook = channel.text("15550000001", externalId, SECOND, text);
        JsonObject change = webhook.getJsonArray("entry")
                .getJsonObject(0)
                .getJsonArray("changes")
                .getJsonObject(0);
        JsonObject value = change.getJsonObject("value");
        JsonObject said = value.getJsonArray("messages").getJsonObject(0).put("to", "573001234567");
        value.remove("messages");
        value.remove("contacts");
        value.put("message_echoes", new JsonArray().add(said));
        change.put("field", "smb_message_echoes");
        return webhook;
    }

    private JsonObject reaction(String target, @Nullable String emoji, long second) {
        JsonObject reaction = new JsonObject().put("message_id", target);
        if (emoji != null) {
            reaction.put("emoji", emoji);
        }
        return channel.message(new JsonObject()
                .put("from", "573001234567")
                .put("id", "wamid.reaction." + second)
                .put("timestamp", Long.toString(second))
                .put("type", "reaction")
                .put("reaction", reaction));
    }
}
