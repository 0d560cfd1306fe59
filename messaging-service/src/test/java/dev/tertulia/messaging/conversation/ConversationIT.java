package dev.tertulia.messaging.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class ConversationIT {
    private static final long SECOND = 1_760_000_000L;
    private static final String LIST = "/api/v1/conversations";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    private final UUID agent = UUID.randomUUID();

    @BeforeEach
    void connect() {
        channel = TestChannel.connected(cipher);
    }

    @Test
    void theInboxShowsTheLatestFirstAndPagesThroughAll() {
        for (int n = 0; n < 5; n++) {
            write("57300000000" + n, "Message " + n, SECOND + n);
        }

        List<String> seen = new ArrayList<>();
        @Nullable String next = null;
        do {
            RequestSpecification request = supervisor().queryParam("limit", 2);
            if (next != null) {
                request.queryParam("after", next);
            }
            var page = request.get(LIST).then().statusCode(200);
            seen.addAll(page.extract().path("items.lastMessagePreview"));
            next = page.extract().path("nextCursor");
        } while (next != null);

        assertThat(seen).containsExactly("Message 4", "Message 3", "Message 2", "Message 1", "Message 0");
    }

    @Test
    void aConversationHasItsContactAndItsHistory() {
        write("573001234567", "Hola", SECOND);
        write("573001234567", "¿Hay alguien?", SECOND + 5);
        String id = only();

        supervisor()
                .get(LIST + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("contact.name", equalTo("Customer 573001234567"))
                .body("contact.identity.phone", equalTo("+573001234567"))
                .body("unreadCount", equalTo(2))
                .body("status", equalTo("open"))
                .body("assigneeId", nullValue());
        String next = supervisor()
                .queryParam("limit", 1)
                .get(LIST + "/" + id + "/messages")
                .then()
                .statusCode(200)
                .body("items.text", contains("¿Hay alguien?"))
                .extract()
                .path("nextCursor");
        supervisor()
                .queryParam("limit", 1)
                .queryParam("after", next)
                .get(LIST + "/" + id + "/messages")
                .then()
                .body("items.text", contains("Hola"))
                .body("nextCursor", nullValue());
    }

    @Test
    void agentsSeeTheirOwnAndWhatIsNobodysAndTakeIt() {
        write("573000000001", "One", SECOND);
        write("573000000002", "Two", SECOND + 1);
        List<String> ids = supervisor().get(LIST).then().extract().path("items.id");
        String others = ids.get(0);
        String free = ids.get(1);
        assign(supervisor(), others, UUID.randomUUID()).statusCode(422).body("errors[0].field", equalTo("memberId"));
        assign(supervisor(), others, channel.member()).statusCode(200);

        agent().get(LIST).then().body("items.id", contains(free));
        agent().get(LIST + "/" + others).then().statusCode(404);
        agent().get(LIST + "/" + others + "/messages").then().statusCode(404);
        assign(agent(), others, agent).statusCode(404);
        assign(agent(), free, UUID.randomUUID()).statusCode(422);
        assign(agent(), free, agent).statusCode(200).body("assigneeId", equalTo(agent.toString()));
        agent().queryParam("assignee", "me").get(LIST).then().body("items.id", contains(free));
        agent().queryParam("assignee", "none").get(LIST).then().body("items", empty());
    }

    @Test
    void anAgentHandsTheirOwnToAColleagueAndNoLongerSeesIt() {
        write("573001234567", "Hola", SECOND);
        String id = only();
        assign(agent(), id, agent).statusCode(200);
        UUID colleague = channel.member();

        assign(agent(), id, colleague).statusCode(200).body("assigneeId", equalTo(colleague.toString()));

        agent().get(LIST + "/" + id).then().statusCode(404);
        assign(agent(), id, agent).statusCode(404);
        RequestSpecification seesAll = given().auth()
                .oauth2(TestPassports.of(channel.tenant, "agent")
                        .memberId(agent)
                        .permissions(
                                "conversations:read",
                                "conversations:read-unassigned",
                                "conversations:read-all",
                                "conversations:write")
                        .token());
        assign(seesAll, id, agent).statusCode(403).body("type", equalTo("/problems/conversation-not-yours-to-assign"));
    }

    @Test
    void resolvingTwiceTellsOnceAndANewMessageReopens() {
        write("573001234567", "Hola", SECOND);
        String id = only();
        act(id, "resolve", Map.of("reason", "sold")).statusCode(200).body("closeReason", equalTo("sold"));
        act(id, "resolve", Map.of()).statusCode(200);
        supervisor().get(LIST).then().body("items", empty());
        supervisor().queryParam("status", "resolved").get(LIST).then().body("items.id", contains(id));

        write("573001234567", "One more thing", SECOND + 60);

        supervisor().get(LIST).then().body("items.id", contains(id)).body("items[0].status", equalTo("open"));
        await().untilAsserted(() -> assertThat(
                        channel.select("select topic from messaging.event_log where tenant_id = ? order by position"))
                .containsExactly(
                        "conversation.opened",
                        "message.received",
                        "conversation.resolved",
                        "conversation.reopened",
                        "message.received"));
    }

    @Test
    void aSnoozedConversationComesBackWhenTheContactWrites() {
        write("573001234567", "Hola", SECOND);
        String id = only();
        act(id, "snooze", Map.of("until", "2099-01-01T00:00:00Z"))
                .statusCode(200)
                .body("status", equalTo("snoozed"));
        act(id, "snooze", Map.of("until", "2001-01-01T00:00:00Z")).statusCode(422);

        write("573001234567", "Still there?", SECOND + 60);

        supervisor().get(LIST + "/" + id).then().body("status", equalTo("open")).body("snoozedUntil", nullValue());
    }

    @Test
    void readingLeavesTheTagAsItIs() {
        write("573001234567", "Hola", SECOND);
        String id = only();
        act(id, "read", Map.of())
                .statusCode(200)
                .body("unreadCount", equalTo(0))
                .header("ETag", "\"0\"");
        act(id, "resolve", Map.of()).header("ETag", "\"1\"");
    }

    @Test
    void nothingOfItIsThereForAnotherTenant() {
        write("573001234567", "Hola", SECOND);
        String id = only();
        UUID stranger = UUID.randomUUID();
        for (String path : List.of("", "/messages")) {
            as(stranger, "owner").get(LIST + "/" + id + path).then().statusCode(404);
        }
        for (String action : List.of("resolve", "reopen", "read")) {
            as(stranger, "owner")
                    .contentType("application/json")
                    .body("{}")
                    .post(LIST + "/" + id + "/" + action)
                    .then()
                    .statusCode(404);
        }
        as(stranger, "owner").get(LIST).then().body("items", hasSize(0));
        given().get(LIST).then().statusCode(401);
        given().auth()
                .oauth2(TestPassports.of(channel.tenant, "owner").expired().token())
                .get(LIST)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestPassports.of(channel.tenant, "owner")
                        .signedWithAnotherKey()
                        .token())
                .get(LIST)
                .then()
                .statusCode(401);
    }

    private void write(String waId, String text, long second) {
        channel.post(channel.text(waId, "wamid." + UUID.randomUUID(), second, text))
                .then()
                .statusCode(200);
    }

    private String only() {
        return supervisor().get(LIST).then().body("items", hasSize(1)).extract().path("items[0].id");
    }

    private ValidatableResponse act(String id, String action, Map<String, ?> body) {
        return supervisor()
                .contentType("application/json")
                .body(body)
                .post(LIST + "/" + id + "/" + action)
                .then();
    }

    private static ValidatableResponse assign(RequestSpecification by, String id, UUID member) {
        return by.contentType("application/json")
                .body(Map.of("memberId", member))
                .post(LIST + "/" + id + "/assign")
                .then();
    }

    private RequestSpecification supervisor() {
        return as(channel.tenant, "supervisor");
    }

    private RequestSpecification agent() {
        return given().auth()
                .oauth2(TestPassports.of(channel.tenant, "agent")
                        .memberId(agent)
                        .token());
    }

    private static RequestSpecification as(UUID tenant, String role) {
        return given().auth().oauth2(TestPassports.as(tenant, role));
    }
}
