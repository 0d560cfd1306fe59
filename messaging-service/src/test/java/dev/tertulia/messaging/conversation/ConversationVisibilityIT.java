package dev.tertulia.messaging.conversation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One rule for all that shows conversations: what the passport says of those that are nobody's. */
@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class ConversationVisibilityIT {
    private static final String LIST = "/api/v1/conversations";
    private static final String TEMPLATE = """
            {"kind":"template","template":{"name":"hello","language":"es"}}""";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    @SuppressWarnings("NullAway.Init")
    private UUID ann;

    @SuppressWarnings("NullAway.Init")
    private String anns;

    @SuppressWarnings("NullAway.Init")
    private String bobs;

    @SuppressWarnings("NullAway.Init")
    private String nobodys;

    @BeforeEach
    void threeConversations() {
        channel = TestChannel.connected(cipher);
        for (int n = 0; n < 3; n++) {
            channel.post(channel.text("57300000000" + n, "wamid." + UUID.randomUUID(), 1_760_000_000L + n, "Hola"))
                    .then()
                    .statusCode(200);
        }
        List<String> ids =
                channel.select("select id from messaging.conversation where tenant_id = ? order by last_message_at");
        anns = ids.get(0);
        bobs = ids.get(1);
        nobodys = ids.get(2);
        ann = channel.member();
        assign(supervisor(), anns, ann);
        assign(supervisor(), bobs, channel.member());
    }

    @Test
    void anAgentSeesTheirOwnAndWhatIsNobodys() {
        agent().get(LIST).then().body("items.id", contains(nobodys, anns));
        agent().queryParam("assignee", "none").get(LIST).then().body("items.id", contains(nobodys));
        agent().get(LIST + "/counts")
                .then()
                .statusCode(200)
                .body("all", is(2))
                .body("mine", is(1))
                .body("unassigned", is(1));
        agent().get(LIST + "/" + nobodys).then().statusCode(200);
        agent().get(LIST + "/" + bobs).then().statusCode(404);
    }

    @Test
    void anAgentOfATenantThatNarrowedItSeesTheirOwnAlone() {
        narrowed().get(LIST).then().body("items.id", contains(anns));
        narrowed().queryParam("assignee", "me").get(LIST).then().body("items.id", contains(anns));
        narrowed().queryParam("assignee", "none").get(LIST).then().body("items", empty());
        narrowed()
                .get(LIST + "/counts")
                .then()
                .statusCode(200)
                .body("all", is(1))
                .body("mine", is(1))
                .body("unassigned", is(0))
                .body("open", is(1));
        narrowed().get(LIST + "/" + anns).then().statusCode(200);
        for (String path : List.of("", "/messages", "/notes")) {
            narrowed().get(LIST + "/" + nobodys + path).then().statusCode(404);
        }
        for (String action : List.of("resolve", "read")) {
            narrowed()
                    .body("{}")
                    .post(LIST + "/" + nobodys + "/" + action)
                    .then()
                    .statusCode(404);
        }
        narrowed()
                .body("{\"text\":\"Mine?\"}")
                .post(LIST + "/" + nobodys + "/notes")
                .then()
                .statusCode(404);
        narrowed()
                .body(Map.of("memberId", ann))
                .post(LIST + "/" + nobodys + "/assign")
                .then()
                .statusCode(404);
        narrowed()
                .body("{\"kind\":\"text\",\"text\":\"Hola\"}")
                .post(LIST + "/" + nobodys + "/messages")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsTakenFromAnAgentIsGoneFromTheirList() {
        supervisor()
                .body("{\"memberId\":null}")
                .post(LIST + "/" + anns + "/assign")
                .then()
                .statusCode(200);

        narrowed().get(LIST + "/" + anns).then().statusCode(404);
        narrowed().get(LIST + "/counts").then().body("all", is(0));
        agent().get(LIST + "/" + anns).then().statusCode(200);
    }

    @Test
    void whoWouldNotSeeWhatTheyBeginIsGivenIt() {
        String begun = begin(narrowed(), "+573009990001");
        narrowed().get(LIST + "/" + begun).then().statusCode(200).body("assigneeId", equalTo(ann.toString()));

        String free = begin(agent(), "+573009990002");
        agent().get(LIST + "/" + free).then().body("containsKey('assigneeId')", is(false));
        // It is nobody's, so that one who may not see it may not write in it either.
        start(narrowed(), "+573009990002").then().statusCode(409).body("type", equalTo("/problems/conversation-taken"));
    }

    @Test
    void aKeyDoesWhatItsScopesSay() {
        key("conversations:read").get(LIST).then().statusCode(200).body("items", empty());
        key("conversations:read", "conversations:read-unassigned")
                .get(LIST)
                .then()
                .body("items.id", contains(nobodys));
        key("conversations:read", "conversations:read-all").get(LIST).then().body("items", hasSize(3));
        key("conversations:read", "conversations:read-all")
                .get(LIST + "/counts")
                .then()
                .body("all", is(3));
        // One that only sends sees nothing, and sends.
        begin(key("messages:send"), "+573009990003");
        start(key("messages:send"), "+573009990003").then().statusCode(202);
    }

    private String begin(RequestSpecification by, String to) {
        return start(by, to).then().statusCode(202).extract().path("conversation.id");
    }

    private io.restassured.response.Response start(RequestSpecification by, String to) {
        return by.body("{\"channelId\":\"" + channel.id + "\",\"to\":\"" + to + "\",\"message\":" + TEMPLATE + "}")
                .post(LIST);
    }

    private static void assign(RequestSpecification by, String id, UUID member) {
        by.body(Map.of("memberId", member))
                .post(LIST + "/" + id + "/assign")
                .then()
                .statusCode(200);
    }

    private RequestSpecification supervisor() {
        return with(TestPassports.as(channel.tenant, "supervisor"));
    }

    private RequestSpecification agent() {
        return with(TestPassports.of(channel.tenant, "agent").memberId(ann).token());
    }

    /** An agent's passport where the setting conversations.visibility is own. */
    private RequestSpecification narrowed() {
        return with(TestPassports.of(channel.tenant, "agent")
                .memberId(ann)
                .permissions("conversations:read", "conversations:write", "messages:send", "notes:write")
                .token());
    }

    private RequestSpecification key(String... scopes) {
        return with(TestPassports.of(channel.tenant, "agent")
                .apiKey()
                .permissions(scopes)
                .token());
    }

    private static RequestSpecification with(String passport) {
        return given().auth().oauth2(passport).contentType("application/json");
    }
}
