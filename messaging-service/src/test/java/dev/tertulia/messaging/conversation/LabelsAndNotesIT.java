package dev.tertulia.messaging.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class LabelsAndNotesIT {
    private static final String LABELS = "/api/v1/labels";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String TOPICS = "select topic from messaging.event_log where tenant_id = ? order by position";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    @SuppressWarnings("NullAway.Init") // set before each test
    private String conversation;

    private final UUID author = UUID.randomUUID();

    @BeforeEach
    void converse() {
        channel = TestChannel.connected(cipher);
        channel.post(channel.text("573001234567", "wamid." + UUID.randomUUID(), 1_760_000_000L, "Hola"))
                .then()
                .statusCode(200);
        conversation = "/api/v1/conversations/"
                + channel.select("select id from messaging.conversation where tenant_id = ?")
                        .getFirst();
    }

    @Test
    void labelsAreUniqueByNameAndListedByIt() {
        String vip = label("VIP");
        label("billing");
        json(supervisor())
                .body(Map.of("name", "vip", "color", "#000000"))
                .post(LABELS)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/label-name-taken"));
        json(supervisor())
                .body(Map.of("name", "x", "color", "red"))
                .post(LABELS)
                .then()
                .statusCode(422);
        json(as("agent"))
                .body(Map.of("name", "x", "color", "#000000"))
                .post(LABELS)
                .then()
                .statusCode(403);

        supervisor()
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"7\"")
                .body(Map.of("name", "Key account"))
                .patch(LABELS + "/" + vip)
                .then()
                .statusCode(412);
        supervisor()
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Key account"))
                .patch(LABELS + "/" + vip)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        String next = as("agent")
                .queryParam("limit", 1)
                .get(LABELS)
                .then()
                .body("items.name", contains("billing"))
                .extract()
                .path("nextCursor");
        as("agent")
                .queryParam("limit", 1)
                .queryParam("after", next)
                .get(LABELS)
                .then()
                .body("items.name", contains("Key account"));
    }

    @Test
    void aConversationHasTheLabelsThatAreSetAndTellsOnce() {
        String vip = label("VIP");
        String billing = label("Billing");
        for (int n = 0; n < 2; n++) {
            set(List.of(vip, billing)).then().statusCode(200).body("labels", containsInAnyOrder(vip, billing));
        }
        set(List.of(vip, UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("labelIds"));
        set(List.of(billing)).then().statusCode(200).body("labels", contains(billing));
        supervisor()
                .queryParam("label", billing)
                .get("/api/v1/conversations")
                .then()
                .body("items", hasSize(1));

        supervisor().delete(LABELS + "/" + billing).then().statusCode(204);
        supervisor().get(conversation).then().body("labels", empty());
        await().untilAsserted(() -> assertThat(channel.select(TOPICS))
                .containsExactly(
                        "conversation.opened", "message.received", "conversation.labelled", "conversation.labelled"));
    }

    @Test
    void onlyItsAuthorChangesANote() {
        String notes = conversation + "/notes";
        String note = json(agent())
                .body(Map.of("text", "Calls back tomorrow"))
                .post(notes)
                .then()
                .statusCode(201)
                .body("authorId", equalTo(author.toString()))
                .extract()
                .path("id");
        supervisor().get(notes).then().body("items.text", contains("Calls back tomorrow"));

        supervisor()
                .contentType(MERGE_PATCH)
                .body(Map.of("text", "Mine now"))
                .patch(notes + "/" + note)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/note-not-yours"));
        supervisor().delete(notes + "/" + note).then().statusCode(403);
        for (int n = 0; n < 2; n++) {
            agent().contentType(MERGE_PATCH)
                    .body(Map.of("text", "Calls back today"))
                    .patch(notes + "/" + note)
                    .then()
                    .statusCode(200)
                    .body("text", equalTo("Calls back today"));
        }
        agent().delete(notes + "/" + note).then().statusCode(204);
        agent().delete(notes + "/" + note).then().statusCode(404);
        supervisor().get(notes).then().body("items", empty());
        await().untilAsserted(() -> assertThat(channel.select(TOPICS))
                .containsExactly(
                        "conversation.opened", "message.received", "note.added", "note.changed", "note.changed"));
        assertThat(channel.select(
                        "select payload from messaging.event_log where tenant_id = ? and topic like 'note.%'"))
                .noneMatch(payload -> payload.contains("Calls back"));
    }

    @Test
    void notesOfWhatOneDoesNotSeeAreNotThere() {
        json(supervisor())
                .body(Map.of("text", "Secret"))
                .post(conversation + "/notes")
                .then()
                .statusCode(201);
        json(supervisor())
                .body(Map.of("memberId", channel.member()))
                .post(conversation + "/assign")
                .then()
                .statusCode(200);
        agent().get(conversation + "/notes").then().statusCode(404);
        json(agent())
                .body(Map.of("text", "x"))
                .post(conversation + "/notes")
                .then()
                .statusCode(404);

        String vip = label("VIP");
        RequestSpecification stranger = given().auth().oauth2(TestPassports.as(UUID.randomUUID(), "owner"));
        json(stranger).get(conversation + "/notes").then().statusCode(404);
        json(stranger)
                .body(Map.of("text", "x"))
                .post(conversation + "/notes")
                .then()
                .statusCode(404);
        json(stranger)
                .body(Map.of("labelIds", List.of()))
                .put(conversation + "/labels")
                .then()
                .statusCode(404);
        json(stranger).get(LABELS + "/" + vip).then().statusCode(404);
        json(stranger).delete(LABELS + "/" + vip).then().statusCode(404);
        json(stranger).get(LABELS).then().body("items", empty());
    }

    @Test
    void thePriorityIsChangedByWhoSawIt() {
        supervisor()
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .body(Map.of("priority", "urgent"))
                .patch(conversation)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("priority", equalTo("urgent"));
        supervisor()
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .body(Map.of("priority", "low"))
                .patch(conversation)
                .then()
                .statusCode(412);
        supervisor()
                .contentType(MERGE_PATCH)
                .body(Map.of("priority", "soon"))
                .patch(conversation)
                .then()
                .statusCode(422);
        supervisor()
                .contentType(MERGE_PATCH)
                .body(Map.of("status", "resolved"))
                .patch(conversation)
                .then()
                .statusCode(422);
    }

    @Test
    void countsAreOfWhatOneSees() {
        agent().get("/api/v1/conversations/counts")
                .then()
                .statusCode(200)
                .body("all", equalTo(1))
                .body("unassigned", equalTo(1))
                .body("open", equalTo(1))
                .body("mine", equalTo(0));
        json(supervisor())
                .body(Map.of("memberId", channel.member()))
                .post(conversation + "/assign")
                .then()
                .statusCode(200);
        agent().get("/api/v1/conversations/counts").then().body("all", equalTo(0));
        supervisor()
                .get("/api/v1/conversations/counts")
                .then()
                .body("all", equalTo(1))
                .body("unassigned", equalTo(0));
    }

    @Test
    void aSnoozedConversationIsWokenWhenItsTimeHasCome() {
        json(supervisor())
                .body(Map.of("until", "2099-01-01T00:00:00Z"))
                .post(conversation + "/snooze")
                .then()
                .statusCode(200);
        channel.execute("update messaging.conversation set snoozed_until = now() where tenant_id = ?");

        await().untilAsserted(() -> supervisor().get(conversation).then().body("status", equalTo("open")));
        await().untilAsserted(() -> assertThat(channel.select(TOPICS))
                .containsExactly(
                        "conversation.opened", "message.received", "conversation.updated", "conversation.updated"));
    }

    private String label(String name) {
        return json(supervisor())
                .body(Map.of("name", name, "color", "#ff8800"))
                .post(LABELS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private io.restassured.response.Response set(List<String> labels) {
        return json(as("agent")).body(Map.of("labelIds", labels)).put(conversation + "/labels");
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType("application/json");
    }

    private RequestSpecification supervisor() {
        return as("supervisor");
    }

    private RequestSpecification agent() {
        return given().auth()
                .oauth2(TestPassports.of(channel.tenant, "agent")
                        .memberId(author)
                        .token());
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(TestPassports.as(channel.tenant, role));
    }
}
