package dev.tertulia.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody may changes for all doors within a minute, open sockets included; and what they are in each tenant. */
class RightsIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private static final String OWNER = "owner@acme.test";
    private static final String LEAVING = "agent2@acme.test";
    private static final String NARROWED = "agent1@acme.test";
    private static final String DEMOTED = "supervisor@acme.test";
    private static final String UNASSIGNED = "conversations:read-unassigned";
    private static final String VISIBILITY = "/api/v1/settings/conversations.visibility";

    private final RunningStack stack = RunningStack.get();

    @Test
    void whoeverMayNoLongerIsOutWithinAMinuteByAllDoors() {
        String leaving = member(OWNER, LEAVING);
        String demoted = member(OWNER, DEMOTED);
        // The same tokens throughout, since the gateway keeps passports by credential.
        String leavingToken = stack.stack.token(LEAVING);
        String narrowedToken = stack.stack.token(NARROWED);
        String demotedToken = stack.stack.token(DEMOTED);
        JsonPath key = stack.as(OWNER)
                .body(Map.of("name", "System test", "role", "agent"))
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        try (Socket leavingSocket = new Socket(stack, LEAVING);
                Socket narrowedSocket = new Socket(stack, NARROWED);
                Socket demotedSocket = new Socket(stack, DEMOTED);
                Socket ownersSocket = new Socket(stack, OWNER)) {
            for (Socket socket : List.of(leavingSocket, narrowedSocket, demotedSocket, ownersSocket)) {
                await().until(() -> socket.types().contains("ready"));
            }
            assertThat(status(with(leavingToken))).isEqualTo(200);
            assertThat(status(withKey(key.getString("key")))).isEqualTo(200);
            assertThat(me(demotedToken).<String>path("role")).isEqualTo("supervisor");
            assertThat(me(narrowedToken).<List<String>>path("permissions")).contains(UNASSIGNED);

            change(leaving, Map.of("active", false));
            change(demoted, Map.of("role", "viewer"));
            stack.as(OWNER)
                    .delete("/api/v1/api-keys/" + key.getString("id"))
                    .then()
                    .statusCode(204);
            stack.as(OWNER).body(Map.of("value", "own")).put(VISIBILITY).then().statusCode(200);

            await().atMost(A_MINUTE).untilAsserted(() -> {
                assertThat(status(with(leavingToken))).isEqualTo(403);
                assertThat(status(withKey(key.getString("key")))).isEqualTo(401);
                assertThat(me(demotedToken).<String>path("role")).isEqualTo("viewer");
                assertThat(me(narrowedToken).<List<String>>path("permissions"))
                        .contains("conversations:read")
                        .doesNotContain(UNASSIGNED);
                assertThat(leavingSocket.closedWith()).isEqualTo("1008 passport-refused");
                assertThat(demotedSocket.closedWith()).isEqualTo("1008 rights-changed");
                assertThat(narrowedSocket.closedWith()).isEqualTo("1008 rights-changed");
            });
            assertThat(ownersSocket.closedWith()).isEmpty();
        } finally {
            stack.as(OWNER).delete(VISIBILITY).then().statusCode(200);
            change(leaving, Map.of("active", true));
            change(demoted, Map.of("role", "supervisor"));
        }
    }

    @Test
    void whoIsInSeveralTenantsIsInEachWhatTheyAreThereAndSeesNothingOfTheOther() {
        SignedChannel ours = SignedChannel.of(stack, OWNER);
        String there = stack.as("owner@globex.test")
                .body(Map.of("email", LEAVING, "role", "viewer"))
                .post("/api/v1/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try {
            // A passport without a choice of tenant may still be kept for a while.
            await().atMost(A_MINUTE)
                    .untilAsserted(
                            () -> in(LEAVING, "globex").get("/api/v1/me").then().statusCode(200));

            in(LEAVING, "acme")
                    .get("/api/v1/me")
                    .then()
                    .statusCode(200)
                    .body("role", equalTo("agent"))
                    .body("tenants.slug", contains("acme", "globex"))
                    .body("tenants.role", contains("agent", "viewer"));
            in(LEAVING, "globex").get("/api/v1/me").then().body("role", equalTo("viewer"));
            in(LEAVING, "acme").get("/api/v1/channels/" + ours.id).then().statusCode(200);
            in(LEAVING, "globex").get("/api/v1/channels/" + ours.id).then().statusCode(404);
            in(LEAVING, "globex")
                    .get("/api/v1/members")
                    .then()
                    .statusCode(200)
                    .body("items.find { it.email == '" + OWNER + "' }", equalTo(null));
            in(LEAVING, "initech").get("/api/v1/channels").then().statusCode(403);
            in("agent1@acme.test", "globex").get("/api/v1/channels").then().statusCode(403);
        } finally {
            stack.as("owner@globex.test")
                    .body(Map.of("active", false))
                    .patch("/api/v1/members/" + there)
                    .then()
                    .statusCode(200);
        }
    }

    private String member(String by, String email) {
        return stack.as(by)
                .queryParam("q", email)
                .get("/api/v1/members")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private void change(String member, Map<String, ?> change) {
        stack.as(OWNER).body(change).patch("/api/v1/members/" + member).then().statusCode(200);
    }

    private ExtractableResponse<Response> me(String token) {
        return with(token).get("/api/v1/me").then().statusCode(200).extract();
    }

    private RequestSpecification with(String token) {
        return stack.anyone().auth().oauth2(token);
    }

    private RequestSpecification in(String email, String tenant) {
        return stack.as(email).header("X-Tenant", tenant);
    }

    private RequestSpecification withKey(String key) {
        return stack.anyone().header("X-API-Key", key);
    }

    private static int status(RequestSpecification caller) {
        return caller.get("/api/v1/conversations").statusCode();
    }
}
