package dev.tertulia.messaging.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tertulia.messaging.FakeGraph;
import dev.tertulia.messaging.FakeGraph.Answer;
import dev.tertulia.messaging.FakeGraphAddress;
import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(FakeGraphAddress.class)
class SendingIT {
    private static final String CUSTOMER = "573001234567";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static FakeGraph graph;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DispatchQueue queue;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    @SuppressWarnings("NullAway.Init") // set before each test
    private String token;

    @BeforeAll
    static void standInForMeta() throws IOException {
        graph = new FakeGraph();
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    @BeforeEach
    void connect() {
        channel = TestChannel.connected(cipher);
        token = TestPassports.as(channel.tenant, "supervisor");
    }

    @Test
    void anAnswerIsQueuedThenSentAndItsStatusesFollow() {
        String conversation = customerWrites(CUSTOMER);

        String id = say(conversation, "Hola")
                .then()
                .statusCode(202)
                .body("status", equalTo("queued"))
                .body("sender.type", equalTo("agent"))
                .extract()
                .path("id");

        awaitStatus(id, "sent");
        assertThat(graph.calls(channel)).singleElement().satisfies(call -> {
            assertThat(call.text()).isEqualTo("Hola");
            assertThat(call.body().getString("to")).isEqualTo(CUSTOMER);
            assertThat(call.callbackData()).isEqualTo(id);
            assertThat(call.token()).isEqualTo("Bearer " + TestChannel.ACCESS_TOKEN);
        });
        channel.post(channel.status("wamid.sent." + id, "read", Instant.now().getEpochSecond()))
                .then()
                .statusCode(200);
        awaitStatus(id, "read");
        assertThat(published()).contains("message.queued", "message.sent", "message.read");
        assertThat(channel.select("select unread_count || ' ' || agent_message_count || ' ' || last_message_preview"
                        + " || ' ' || (first_response_at is not null) from messaging.conversation where tenant_id = ?"))
                .containsExactly("0 1 Hola true");
        assertNothingWaits();
    }

    @Test
    void messagesOfAConversationGoInOrderThoughTheFirstIsSlow() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        graph.script(channel, call -> {
            assertThat(atOnce.incrementAndGet()).isEqualTo(1);
            if ("first".equals(call.text())) {
                awaitLatch(release);
            }
            atOnce.decrementAndGet();
            return Answer.accepted(FakeGraph.externalId(call));
        });
        String conversation = customerWrites(CUSTOMER);
        List<String> ids = new ArrayList<>();
        for (String text : List.of("first", "second", "third")) {
            ids.add(say(conversation, text).path("id"));
        }
        await().until(() -> graph.calls(channel).size() == 1);
        release.countDown();

        awaitStatus(ids.get(2), "sent");
        assertThat(graph.calls(channel)).extracting(FakeGraph.Call::text).containsExactly("first", "second", "third");
    }

    @Test
    void whatWasLostIsUnknownNeverSentAgainAndResolvedByItsStatus() {
        graph.script(channel, call -> Answer.LOST);
        String conversation = customerWrites(CUSTOMER);
        String lost = say(conversation, "lost").path("id");
        awaitStatus(lost, "unknown");

        graph.script(channel, call -> Answer.accepted(FakeGraph.externalId(call)));
        awaitStatus(say(conversation, "next").path("id"), "sent");
        assertThat(graph.calls(channel)).extracting(FakeGraph.Call::text).containsExactly("lost", "next");

        JsonObject status =
                channel.status("wamid.of.lost", "delivered", Instant.now().getEpochSecond());
        status.getJsonArray("entry")
                .getJsonObject(0)
                .getJsonArray("changes")
                .getJsonObject(0)
                .getJsonObject("value")
                .getJsonArray("statuses")
                .getJsonObject(0)
                .put("biz_opaque_callback_data", lost);
        channel.post(status).then().statusCode(200);
        awaitStatus(lost, "delivered");
        assertThat(graph.calls(channel)).hasSize(2);
    }

    @Test
    void aTimeOutIsUnknown() {
        CountDownLatch never = new CountDownLatch(1);
        graph.script(channel, call -> {
            awaitLatch(never);
            return Answer.LOST;
        });
        String id = say(customerWrites(CUSTOMER), "slow").path("id");
        awaitStatus(id, "unknown");
        never.countDown();
        assertThat(graph.calls(channel)).hasSize(1);
    }

    @Test
    void whatSurelyWasNotSentIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        graph.script(channel, call -> switch (tries.incrementAndGet()) {
            case 1 -> Answer.error(500, 130429);
            case 2 -> Answer.error(403, 130429);
            case 3 -> Answer.error(500, 131000);
            default -> Answer.accepted(FakeGraph.externalId(call));
        });
        String id = say(customerWrites(CUSTOMER), "again").path("id");
        awaitStatus(id, "sent");
        assertThat(graph.calls(channel)).hasSize(4);
        assertThat(channel.select("select outcome from messaging.send_attempt where tenant_id = ? order by attempt"))
                .containsExactly("retry", "retry", "retry", "sent");
    }

    @Test
    void aRefusedTokenHoldsTheChannelUntilANewOneIsGiven() {
        graph.script(
                channel,
                call -> call.token().endsWith("renewed")
                        ? Answer.accepted(FakeGraph.externalId(call))
                        : Answer.error(401, 190));
        String conversation = customerWrites(CUSTOMER);
        List<String> ids = List.of(
                say(conversation, "one").path("id"), say(conversation, "two").path("id"));
        await().untilAsserted(() -> assertThat(
                        channel.select("select status || ' ' || (held_at is not null) from messaging.channel"
                                + " where tenant_id = ?"))
                .containsExactly("failed true"));
        assertThat(channel.select(
                        "select status from messaging.message where tenant_id = ? and direction = 'outbound'"))
                .containsExactly("queued", "queued");
        await().untilAsserted(() -> assertThat(published()).contains("channel.failed"));
        int before = graph.calls(channel).size();

        given().auth()
                .oauth2(TestPassports.as(channel.tenant, "owner"))
                .contentType("application/merge-patch+json")
                .body("{\"secrets\":{\"accessToken\":\"renewed\"}}")
                .patch("/api/v1/channels/" + channel.id)
                .then()
                .statusCode(200);
        awaitStatus(ids.get(1), "sent");
        assertThat(graph.calls(channel)).hasSize(before + 2);
    }

    @Test
    void aRefusalForGoodFailsWithAdvice() {
        graph.script(channel, call -> Answer.error(400, 131047));
        String id = say(customerWrites(CUSTOMER), "late").path("id");
        awaitStatus(id, "failed");
        assertThat(channel.select("select error ->> 'code' || ' ' || (error ->> 'detail') from messaging.message"
                        + " where tenant_id = ? and direction = 'outbound'"))
                .singleElement()
                .asString()
                .contains("131047", "send a template");
        assertThat(graph.calls(channel)).hasSize(1);
    }

    @Test
    void aLeaseThatRanOutIsUnknownAndTheNextGoesOn() {
        channel.execute("update messaging.channel set held_at = now() where tenant_id = ?");
        String conversation = customerWrites(CUSTOMER);
        String cut = say(conversation, "cut off").path("id");
        String next = say(conversation, "next").path("id");
        channel.execute(
                "update messaging.dispatch set state = 'sending', attempts = 1, lease_until = now() - interval '1s'"
                        + " where tenant_id = ? and message_id = '" + cut + "'");
        awaitStatus(cut, "unknown");
        channel.execute("update messaging.channel set held_at = null where tenant_id = ?");
        awaitStatus(next, "sent");
        assertThat(graph.calls(channel)).extracting(FakeGraph.Call::text).containsExactly("next");
    }

    @Test
    void twoTakersAtOnceNeverTakeTheSame() {
        List<String> ids = new ArrayList<>();
        channel.execute("update messaging.channel set held_at = now() where tenant_id = ?");
        for (int n = 0; n < 40; n++) {
            ids.add(say(customerWrites("57300" + (1_000_000 + n)), "n" + n).path("id"));
        }
        channel.execute("update messaging.channel set held_at = null where tenant_id = ?");
        // Beside the dispatcher, which has begun by now.
        List<Taken> taken = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            taken.add(queue.take(channel.tenant, channel.id, 1).await().indefinitely());
        }
        List<String> mine = taken.stream()
                .flatMap(round -> round.toSend().stream())
                .map(due -> due.messageId().toString())
                .toList();
        await().atMost(20, TimeUnit.SECONDS).until(() -> graph.calls(channel).size() + mine.size() == ids.size());
        List<String> all = new ArrayList<>(mine);
        graph.calls(channel).forEach(call -> all.add(call.callbackData()));
        assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void outsideTheReplyWindowOnlyATemplateGoes() {
        String conversation = customerWrites(CUSTOMER);
        channel.execute(
                "update messaging.conversation set reply_window_ends_at = now() - interval '1 hour' where tenant_id = ?");
        say(conversation, "too late")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/reply-window-closed"))
                .body("detail", containsString("template"))
                .body("alternatives[0]", equalTo("template"));
        String id = post(
                        conversation,
                        "{\"kind\":\"template\",\"template\":{\"name\":\"order_shipped\",\"language\":\"es_MX\"}}")
                .then()
                .statusCode(202)
                .body("template.name", equalTo("order_shipped"))
                .extract()
                .path("id");
        awaitStatus(id, "sent");
    }

    @Test
    void aWindowThatClosesWhileAMessageWaitsFailsIt() {
        channel.execute("update messaging.channel set held_at = now() where tenant_id = ?");
        String id = say(customerWrites(CUSTOMER), "waits").path("id");
        channel.execute(
                "update messaging.conversation set reply_window_ends_at = now() - interval '1s' where tenant_id = ?");
        channel.execute("update messaging.channel set held_at = null where tenant_id = ?");
        awaitStatus(id, "failed");
        assertThat(graph.calls(channel)).isEmpty();
    }

    @Test
    void aReactionShowsOnItsMessageAndIsNoneItself() {
        String conversation = customerWrites(CUSTOMER);
        String target = channel.select("select id::text from messaging.message where tenant_id = ?")
                .getFirst();
        post(conversation, "{\"kind\":\"reaction\",\"emoji\":\"👍\",\"targetId\":\"" + target + "\"}")
                .then()
                .statusCode(202)
                .body("id", equalTo(target));
        await().untilAsserted(() -> assertThat(
                        channel.select("select reactions -> 0 ->> 'emoji' from messaging.message where tenant_id = ?"))
                .containsExactly("👍"));
        assertThat(graph.calls(channel))
                .singleElement()
                .satisfies(
                        call -> assertThat(call.body().getJsonObject("reaction").getString("emoji"))
                                .isEqualTo("👍"));
        await().untilAsserted(() -> assertThat(published()).contains("message.reacted"));
    }

    @Test
    void aNewConversationBeginsWithATemplateAndIsFoundAgain() {
        String body = "{\"channelId\":\"" + channel.id + "\",\"to\":\"+57 300 123 4567\",\"message\":{\"kind\":"
                + "\"template\",\"template\":{\"name\":\"order_shipped\",\"language\":\"es_MX\"}}}";
        String first = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/conversations")
                .then()
                .statusCode(202)
                .body("message.status", equalTo("queued"))
                .extract()
                .path("conversation.id");
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/conversations")
                .then()
                .statusCode(202)
                .body("conversation.id", equalTo(first));
        await().until(() -> graph.calls(channel).size() == 2);
        assertThat(graph.calls(channel).getFirst().body().getString("to")).isEqualTo(CUSTOMER);
        assertThat(published()).contains("conversation.opened");
    }

    @Test
    void theSameKeySendsOnce() {
        String conversation = customerWrites(CUSTOMER);
        String key = UUID.randomUUID().toString();
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            ids.add(given().auth()
                    .oauth2(token)
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body("{\"kind\":\"text\",\"text\":\"once\"}")
                    .post("/api/v1/conversations/" + conversation + "/messages")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id"));
        }
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        awaitStatus(ids.get(0), "sent");
        assertThat(graph.calls(channel)).hasSize(1);
    }

    @Test
    void aQueuedMessageIsTakenBackAndAFailedOneIsSentAgainOnce() {
        channel.execute("update messaging.channel set held_at = now() where tenant_id = ?");
        String conversation = customerWrites(CUSTOMER);
        String id = say(conversation, "mistaken").path("id");
        given().auth().oauth2(token).delete("/api/v1/messages/" + id).then().statusCode(204);
        given().auth().oauth2(token).delete("/api/v1/messages/" + id).then().statusCode(409);
        channel.execute("update messaging.channel set held_at = null where tenant_id = ?");

        String again = given().auth()
                .oauth2(token)
                .post("/api/v1/messages/" + id + "/retry")
                .then()
                .statusCode(202)
                .body("text", equalTo("mistaken"))
                .body("extra.retryOf", equalTo(id))
                .extract()
                .path("id");
        awaitStatus(again, "sent");
        given().auth()
                .oauth2(token)
                .post("/api/v1/messages/" + id + "/retry")
                .then()
                .statusCode(409);
        assertThat(graph.calls(channel)).hasSize(1);
    }

    @Test
    void othersAndTheWronglyWordedAreRefused() {
        String conversation = customerWrites(CUSTOMER);
        TestChannel other = TestChannel.connected(cipher);
        given().auth()
                .oauth2(TestPassports.as(other.tenant, "owner"))
                .contentType("application/json")
                .body("{\"kind\":\"text\",\"text\":\"stranger\"}")
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestPassports.of(channel.tenant, "owner")
                        .tenantStatus("suspended")
                        .token())
                .contentType("application/json")
                .body("{\"kind\":\"text\",\"text\":\"unpaid\"}")
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/tenant-suspended"));
        say(conversation, "x".repeat(5000))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("text"))
                .body("errors[0].message", containsString("4096"));
        given().auth()
                .oauth2(TestPassports.as(channel.tenant, "viewer"))
                .contentType("application/json")
                .body("{\"kind\":\"text\",\"text\":\"viewer\"}")
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(403);
        channel.execute("insert into messaging.contact (tenant_id, id, blocked) select tenant_id, contact_id, true"
                + " from messaging.conversation where tenant_id = ?");
        say(conversation, "blocked").then().statusCode(409).body("type", equalTo("/problems/contact-blocked"));
        assertThat(graph.calls(channel)).isEmpty();
    }

    private String customerWrites(String waId) {
        channel.post(channel.text(
                        waId, "wamid." + UUID.randomUUID(), Instant.now().getEpochSecond(), "Hola, ¿hay alguien?"))
                .then()
                .statusCode(200);
        return channel.select("select c.id::text from messaging.conversation c join messaging.identity i"
                        + " on i.tenant_id = c.tenant_id and i.id = c.identity_id where c.tenant_id = ? and i.address = '"
                        + waId + "'")
                .getFirst();
    }

    private Response say(String conversation, String text) {
        return post(
                conversation,
                new JsonObject().put("kind", "text").put("text", text).encode());
    }

    private Response post(String conversation, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/conversations/" + conversation + "/messages");
    }

    private void awaitStatus(String message, String status) {
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(channel.select(
                                "select status from messaging.message where tenant_id = ? and id = '" + message + "'"))
                        .containsExactly(status));
    }

    private void assertNothingWaits() {
        assertThat(channel.select("select message_id::text from messaging.dispatch where tenant_id = ?"))
                .isEmpty();
    }

    private List<String> published() {
        return channel.select("select topic from (select tenant_id, topic from messaging.outbox union all"
                + " select tenant_id, topic from messaging.event_log) e where tenant_id = ?");
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            var ignored = latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
