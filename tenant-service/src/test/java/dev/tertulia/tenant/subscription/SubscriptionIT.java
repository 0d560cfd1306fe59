package dev.tertulia.tenant.subscription;

import static dev.tertulia.tenant.TestWorld.admin;
import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.newTenant;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubscriptionIT {
    private static final String OWN = "/api/v1/subscription";

    @Inject
    DueSubscriptions due;

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void theCatalogueIsShown() {
        asOwner(acme)
                .get("/api/v1/plans")
                .then()
                .statusCode(200)
                .body("items.code", contains("free", "starter", "professional", "business", "enterprise"))
                .body("items[0].limits.find { it.metric == 'members' }.size", is(2))
                .body("items[0].limits.find { it.metric == 'members' }.unlimited", is(false))
                .body("items[4].limits.find { it.metric == 'members' }.unlimited", is(true))
                .body("items[4].limits.find { it.metric == 'members' }.size", nullValue());
    }

    @Test
    void whoIsMadeByThePlatformHasItsPlanAndWhoBeginsOnTrialTriesAnother() {
        own(acme).body("plan", is("business")).body("status", is("active")).body("trialEndsAt", nullValue());

        Organisation globex = onTrial();
        own(globex)
                .body("plan", is("professional"))
                .body("status", is("trialing"))
                .body("trialEndsAt", notNullValue());
    }

    @Test
    void aTenantChoosesAPlanAndWhatItAllowsHoldsAtOnce() {
        choose(acme, "free", null).statusCode(200).body("plan", is("free")).body("beyond", empty());
        member(acme, unique() + "@example.test", "agent");

        asOwner(acme)
                .body("{\"email\":\"" + unique() + "@example.test\",\"role\":\"agent\"}")
                .post("/api/v1/members")
                .then()
                .statusCode(403)
                .body("type", is("/problems/limit-reached"))
                .body("limit.size", is(2));
        assertThat(told("tenant.plan-changed")).last().satisfies(event -> {
            assertThat(event.getString("plan")).isEqualTo("free");
            assertThat(event.getJsonObject("limits").getLong("members")).isEqualTo(2);
            assertThat(event.getJsonObject("tenant").getString("slug")).isEqualTo(acme.slug());
            assertThat(event.getJsonArray("features")).contains("conversations");
        });
    }

    @Test
    void aSmallerPlanTakesNothingAway() {
        String ann = member(acme, unique() + "@example.test", "agent");
        String bob = member(acme, unique() + "@example.test", "agent");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> usage("members", 3));

        choose(acme, "free", null).statusCode(200).body("beyond", contains("members"));

        asOwner(acme).get("/api/v1/members/" + ann).then().statusCode(200).body("active", is(true));
        asOwner(acme)
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + bob)
                .then()
                .statusCode(200);
        asOwner(acme)
                .body("{\"active\":true}")
                .patch("/api/v1/members/" + bob)
                .then()
                .statusCode(403);
    }

    @Test
    void someThingsAreNotTheTenantsToChoose() {
        choose(acme, "enterprise", null).statusCode(403).body("type", is("/problems/plan-not-self-service"));
        choose(acme, "no-such", null).statusCode(422);
        asNew(acme, "supervisor")
                .body("{\"plan\":\"free\"}")
                .post(OWN + "/change")
                .then()
                .statusCode(403);
        asNew(acme, "agent").get(OWN).then().statusCode(403);
        asNew(acme, "admin").post(OWN + "/cancel").then().statusCode(403);

        admin().body("{\"plan\":\"enterprise\"}")
                .post(platform("/change"))
                .then()
                .body("plan", is("enterprise"));
        stand("suspended");
        choose(acme, "free", null).statusCode(409).body("type", is("/problems/subscription-on-hold"));
    }

    @Test
    void aChangeCanWaitForTheEndOfThePeriodAndBeTakenBack() {
        choose(acme, "starter", "period-end")
                .statusCode(200)
                .body("plan", is("business"))
                .body("scheduled.plan", is("starter"))
                .body("scheduled.at", notNullValue());
        asOwner(acme).post(OWN + "/keep").then().statusCode(200).body("scheduled", nullValue());

        choose(acme, "starter", "period-end");
        elapse("scheduled_at");
        advance();
        own(acme).body("plan", is("starter")).body("scheduled", nullValue());
    }

    @Test
    void aTrialEndsByItselfOnceHoweverManyLook() {
        acme = onTrial();
        elapse("trial_ends_at");
        List<Uni<Void>> looks = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> looks.add(due.look()));
        Uni.join().all(looks).andFailFast().await().atMost(Duration.ofSeconds(60));

        own(acme).body("plan", is("free")).body("status", is("active")).body("trialEndsAt", nullValue());
        assertThat(told("tenant.plan-changed"))
                .extracting(event -> event.getString("plan"))
                .containsExactly("professional", "free");
    }

    @Test
    void aPaymentThatIsDueForTooLongSuspends() {
        stand("past_due");
        own(acme).body("pastDueSince", notNullValue()).body("suspendAt", notNullValue());
        advance();
        own(acme).body("status", is("past_due"));

        execute("update tenant.tenant set status_since = now() - interval '15 days' where tenant_id = ?");
        advance();
        own(acme).body("status", is("suspended")).body("suspendAt", nullValue());
        assertThat(told("tenant.suspended")).hasSize(1);
        stand("active");
        advance();
        own(acme).body("status", is("active"));
    }

    @Test
    void theOwnerEndsItWithThePeriod() {
        asOwner(acme)
                .post(OWN + "/cancel")
                .then()
                .statusCode(200)
                .body("status", is("active"))
                .body("scheduled.plan", nullValue())
                .body("scheduled.at", notNullValue());
        elapse("scheduled_at");
        advance();
        admin().get("/api/v1/platform/tenants/" + acme.slug()).then().body("status", is("cancelled"));
        advance();
        assertThat(told("tenant.updated")).hasSize(1);
    }

    @Test
    void whatCameDueDuringALongDowntimeIsAllDone() {
        acme = onTrial();
        stand("past_due");
        elapse("trial_ends_at");
        execute("update tenant.tenant set status_since = now() - interval '40 days' where tenant_id = ?");
        advance();
        own(acme).body("plan", is("free")).body("status", is("suspended"));
    }

    @Test
    void aTenantCanBeAllowedOtherwise() {
        admin().body("{\"size\":1}")
                .put(platform("/limits/members"))
                .then()
                .statusCode(200)
                .body("limits.find { it.metric == 'members' }.size", is(1))
                .body("limits.find { it.metric == 'members' }.exception", is(true));
        choose(acme, "professional", null).body("limits.find { it.metric == 'members' }.size", is(1));

        admin().body("{}").put(platform("/limits/members")).then().statusCode(200);
        own(acme).body("limits.find { it.metric == 'members' }.unlimited", is(true));
        assertThat(told("tenant.plan-changed").getLast().getJsonObject("limits").containsKey("members"))
                .isFalse();

        admin().delete(platform("/limits/members")).then().statusCode(200);
        own(acme).body("limits.find { it.metric == 'members' }.size", is(20));
        admin().body("{\"size\":1}").put(platform("/limits/seats")).then().statusCode(404);
        admin().body("{\"size\":-1}").put(platform("/limits/members")).then().statusCode(422);
        asOwner(acme)
                .body("{\"size\":99}")
                .put(platform("/limits/members"))
                .then()
                .statusCode(403);
    }

    @Test
    void usageIsHeldAgainstTheLimits() {
        choose(acme, "free", null);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> usage("members", 1));
        asOwner(acme)
                .get("/api/v1/usage")
                .then()
                .statusCode(200)
                .body("plan", is("free"))
                .body("metrics.find { it.metric == 'members' }.share", is(0.5f))
                .body("metrics.find { it.metric == 'members' }.month", nullValue())
                .body("metrics.find { it.metric == 'agent-messages' }.size", is(1000))
                .body("metrics.find { it.metric == 'agent-messages' }.used", is(0))
                .body("metrics.find { it.metric == 'agent-messages' }.resetsAt", notNullValue());
        asNew(acme, "agent").get("/api/v1/usage").then().statusCode(403);
    }

    @Test
    void oneTenantsPlanIsNoOthers() {
        Organisation globex = organisation();
        choose(acme, "free", null);
        own(globex).body("plan", is("business"));
        asOwner(globex).get("/api/v1/usage").then().body("plan", is("business"));
        admin().get("/api/v1/platform/tenants/no-such/subscription").then().statusCode(404);
        asOwner(globex).get(platform("")).then().statusCode(403);
    }

    @Test
    void whoChangedThePlanIsInTheAudit() {
        choose(acme, "free", null).statusCode(200);
        assertThat(PublishedAudit.await(UUID.fromString(acme.id()), 5))
                .anySatisfy(entry -> assertThat(entry).contains("subscription", "business", "free", "\"user\""));
        acme = onTrial();
        elapse("trial_ends_at");
        advance();
        assertThat(PublishedAudit.await(UUID.fromString(acme.id()), 5))
                .anySatisfy(entry -> assertThat(entry).contains("subscription", "professional", "free", "\"system\""));
    }

    private static Organisation onTrial() {
        String slug = "t-" + unique();
        String owner = "owner@" + slug + ".test";
        JsonObject tenant = newTenant(slug, owner);
        tenant.remove("status");
        String id = admin().body(tenant.encode())
                .post("/api/v1/platform/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Organisation(id, slug, owner);
    }

    private static ValidatableResponse choose(Organisation of, String plan, @Nullable String when) {
        JsonObject body = new JsonObject().put("plan", plan);
        if (when != null) {
            body.put("when", when);
        }
        return asOwner(of).body(body.encode()).post(OWN + "/change").then();
    }

    private static ValidatableResponse own(Organisation of) {
        return admin().get("/api/v1/platform/tenants/" + of.slug() + "/subscription")
                .then()
                .statusCode(200);
    }

    private String platform(String path) {
        return "/api/v1/platform/tenants/" + acme.slug() + "/subscription" + path;
    }

    private void stand(String status) {
        admin().body("{\"status\":\"" + status + "\"}")
                .patch("/api/v1/platform/tenants/" + acme.slug())
                .then()
                .statusCode(200);
    }

    private void usage(String metric, int used) {
        asOwner(acme).get("/api/v1/usage").then().body("metrics.find { it.metric == '" + metric + "' }.used", is(used));
    }

    private void advance() {
        due.look().await().atMost(Duration.ofSeconds(60));
    }

    private void elapse(String column) {
        execute("update tenant.subscription set " + column + " = now() - interval '1 minute' where tenant_id = ?");
    }

    private void execute(String sql) {
        try (Connection connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(sql)) {
            // What a test arranges is not what the audit is about.
            connection.createStatement().execute("set session_replication_role = replica");
            statement.setObject(1, UUID.fromString(acme.id()));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<JsonObject> told(String topic) {
        return rows("select payload from (select seq as place, topic, tenant_id, payload from tenant.outbox union all"
                        + " select position - 1000000000, topic, tenant_id, payload from tenant.event_log) e"
                        + " where tenant_id = ? and topic = '" + topic + "' order by place")
                .stream()
                .map(JsonObject::new)
                .toList();
    }

    private List<String> rows(String sql) {
        try (Connection connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(acme.id()));
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
