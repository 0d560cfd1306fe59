package dev.tertulia.tenant.audit;

import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tertulia.tenant.TestIdentityProvider;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see of the audit, from the change to the entry, by way of the database, the relay and Kafka. */
@QuarkusTest
class AuditEntryResourceIT {
    private static final String ENTRIES = "/api/v1/audit-entries";

    private static final String ROOT = "Name of root@tertulia.test (platform_admin)";

    private Organisation acme;
    private String owner;

    @BeforeEach
    void found() {
        acme = organisation();
        owner = "Name of " + acme.ownerEmail() + " (owner)";
    }

    @Test
    void aChangeIsReadAsASentence() {
        String agent = member(acme, "marta@" + acme.slug() + ".test", "agent");
        asOwner(acme)
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Request-Id", "request-of-" + acme.slug())
                .body("{\"role\":\"supervisor\"}")
                .patch("/api/v1/members/" + agent)
                .then()
                .statusCode(200);

        JsonPath page = awaited("?resourceType=member&action=updated&resourceId=" + agent, 1);

        assertThat(page.getString("items[0].summary"))
                .isEqualTo(owner + " changed member marta: role agent → supervisor");
        assertThat(page.getString("items[0].oldValues.role")).isEqualTo("agent");
        assertThat(page.getString("items[0].newValues.role")).isEqualTo("supervisor");
        assertThat(page.getString("items[0].role")).isEqualTo("owner");
        assertThat(page.getString("items[0].ip")).isEqualTo("203.0.113.7");
        assertThat(page.getString("items[0].requestId")).isEqualTo("request-of-" + acme.slug());
        assertThat(page.getString("items[0].service")).isEqualTo("tenant");
        assertThat(page.getString("items[0].hash")).hasSize(64);
    }

    @Test
    void anHourOfWorkReadsLikeAStory() {
        String agent = member(acme, "marta@" + acme.slug() + ".test", "agent");
        asOwner(acme).body("{\"role\":\"viewer\"}").patch("/api/v1/members/" + agent);
        asOwner(acme).body("{\"active\":false}").patch("/api/v1/members/" + agent);
        asOwner(acme).body("{\"name\":\"Shop\",\"role\":\"agent\"}").post("/api/v1/api-keys");

        List<String> told = awaited("?limit=200", 8).getList("items.summary");

        assertThat(told.reversed())
                .containsSubsequence(
                        ROOT + " created tenant Tenant " + acme.slug(),
                        ROOT + " created member marta",
                        owner + " changed member marta: role agent → viewer",
                        owner + " changed member marta: active true → false",
                        owner + " created api key Shop");
    }

    @Test
    void filtersAndPagesGoTogether() {
        for (int n = 0; n < 5; n++) {
            asOwner(acme).body("{\"phone\":\"+57 300 000000" + n + "\"}").patch("/api/v1/tenant");
        }
        String user = asOwner(acme).get("/api/v1/me").then().extract().path("user.id");
        awaited("?resourceType=tenant&action=updated", 5);

        List<Integer> all = new ArrayList<>();
        String after = "";
        do {
            JsonPath page =
                    get("?action=updated&actorType=user&actor=" + user + "&resourceType=tenant&limit=2" + after);
            all.addAll(page.getList("items.sequence"));
            after = page.getString("nextCursor") == null ? "" : "&after=" + page.getString("nextCursor");
        } while (!after.isEmpty());

        assertThat(all).hasSize(5).isSortedAccordingTo((one, other) -> other - one);
        assertThat(get("?to=" + Instant.now().minusSeconds(3600)).getList("items"))
                .isEmpty();
        assertThat(get("?from=" + Instant.now().plusSeconds(60)).getList("items"))
                .isEmpty();
        assertThat(get("?action=deleted").getList("items")).isEmpty();
        asOwner(acme).get(ENTRIES + "?after=x").then().statusCode(400);
        asOwner(acme).get(ENTRIES + "?from=yesterday").then().statusCode(400);
    }

    @Test
    void anEntryIsFoundByItsNumber() {
        int sequence = awaited("", 2).getInt("items[0].sequence");

        asOwner(acme).get(ENTRIES + "/" + sequence).then().statusCode(200).body("sequence", equalTo(sequence));
        asOwner(acme)
                .get(ENTRIES + "/999999")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/audit-entry-not-found"));
        asOwner(acme).get(ENTRIES + "/none").then().statusCode(404);
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        awaited("", 2);
        Organisation globex = organisation();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !asOwner(globex)
                        .get(ENTRIES)
                        .jsonPath()
                        .getList("items")
                        .isEmpty());

        String theirs = asOwner(globex).get(ENTRIES + "?limit=200").asString();
        String export = asOwner(globex).get(ENTRIES + "/export").asString();

        assertThat(theirs).doesNotContain(acme.id()).doesNotContain(acme.slug());
        assertThat(export).doesNotContain(acme.id()).doesNotContain(acme.slug());
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "agent", "viewer"})
    void whoDoesNotAnswerForTheTenantSeesNoAudit(String role) {
        RequestSpecification caller = asNew(acme, role);

        caller.get(ENTRIES).then().statusCode(403);
        caller.get(ENTRIES + "/1").then().statusCode(403);
        caller.get(ENTRIES + "/export").then().statusCode(403);
        caller.post(ENTRIES + "/verify").then().statusCode(403).body("type", equalTo("/problems/permission-missing"));
    }

    @Test
    void anAdministratorSeesIt() {
        asNew(acme, "admin").get(ENTRIES).then().statusCode(200);
    }

    @Test
    void aPlatformAdministratorInTheTenantIsNotedOnceInAWhile() {
        for (int n = 0; n < 3; n++) {
            String passport = passport(
                    TestIdentityProvider.token("subject-of-root", "root@tertulia.test")
                            .sign(),
                    acme.slug());
            with(passport).get("/api/v1/tenant").then().statusCode(200);
        }
        asOwner(acme).body("{\"phone\":\"+57 1\"}").patch("/api/v1/tenant");
        awaited("?resourceType=tenant&action=updated", 1);

        JsonPath entered = get("?action=entered");

        assertThat(entered.getList("items.summary")).containsExactly(ROOT + " entered tenant Tenant " + acme.slug());
        assertThat(entered.getString("items[0].actor.type")).isEqualTo("user");
    }

    @Test
    void theExportHoldsWhatTheListHoldsAndIsNotedItself() {
        awaited("", 2);

        String csv = asOwner(acme)
                .get(ENTRIES + "/export?resourceType=tenant")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .header("Content-Disposition", equalTo("attachment; filename=\"audit.csv\""))
                .extract()
                .asString();

        assertThat(csv).startsWith("\uFEFFsequence,").contains(ROOT + " created tenant Tenant " + acme.slug());
        assertThat(csv.lines()).hasSize(2);
        assertThat(awaited("?action=exported", 1).getString("items[0].newValues.resourceType"))
                .isEqualTo("tenant");
    }

    @Test
    void anExportThatStretchesTooFarIsRefused() {
        asOwner(acme)
                .get(ENTRIES + "/export?from=2020-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("from"));
    }

    @Test
    void verificationHoldsForWhatHappened() {
        awaited("", 2);

        JsonPath verified = asOwner(acme)
                .post(ENTRIES + "/verify")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(verified.getBoolean("holds")).isTrue();
        assertThat(verified.getBoolean("complete")).isTrue();
        assertThat(verified.getInt("from")).isEqualTo(1);
        assertThat(verified.getInt("entries")).isEqualTo(verified.getInt("head.sequence"));
        assertThat(verified.getList("problems")).isEmpty();
        asOwner(acme)
                .body("{\"kept\":{\"sequence\":1,\"hash\":\"" + "0".repeat(64) + "\"}}")
                .post(ENTRIES + "/verify")
                .then()
                .statusCode(200)
                .body("holds", equalTo(false))
                .body("problems[0].kind", equalTo("not-as-kept"));
        asOwner(acme).body("{\"from\":0}").post(ENTRIES + "/verify").then().statusCode(422);
    }

    private JsonPath awaited(String query, int atLeast) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> get(query), page -> page.getList("items").size() >= atLeast);
    }

    private JsonPath get(String query) {
        return asOwner(acme)
                .get(ENTRIES + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
