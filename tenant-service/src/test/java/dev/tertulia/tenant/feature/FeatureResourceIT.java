package dev.tertulia.tenant.feature;

import static dev.tertulia.tenant.TestWorld.admin;
import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import dev.tertulia.tenant.TestIdentityProvider;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeatureResourceIT {
    private static final String FEATURES = "/api/v1/features";

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void fourOfEightAreOnFromTheBeginning() {
        asOwner(acme)
                .get(FEATURES)
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        containsInAnyOrder(
                                "dashboard",
                                "sales",
                                "conversations",
                                "ai-agent",
                                "ticketing",
                                "workflow",
                                "campaigns",
                                "reports"))
                .body(
                        "items.findAll { it.enabled }.code",
                        containsInAnyOrder("dashboard", "sales", "conversations", "ai-agent"));
        on(acme, "dashboard", "sales", "conversations", "ai-agent");
    }

    @Test
    void theNextPassportSaysWhatIsOn() {
        turn("ticketing", true).statusCode(200).body("enabled", is(true)).body("inPlan", is(true));
        turn("sales", false).statusCode(200).body("enabled", is(false));
        turn("sales", false).statusCode(200);
        on(acme, "dashboard", "conversations", "ai-agent", "ticketing");
        with(passport(
                        TestIdentityProvider.token("subject-of-root", "root@tertulia.test")
                                .sign(),
                        acme.slug()))
                .get("/api/v1/me")
                .then()
                .body("features", containsInAnyOrder("dashboard", "conversations", "ai-agent", "ticketing"));
        on(organisation(), "dashboard", "sales", "conversations", "ai-agent");
    }

    @Test
    void whatThePlanHasNotCannotBeSwitchedOnAndItSaysWhichHaveIt() {
        turn("campaigns", true).statusCode(200);
        plan("free");
        on(acme, "dashboard", "sales", "conversations", "ai-agent");

        turn("campaigns", true)
                .statusCode(403)
                .body("type", is("/problems/feature-not-in-plan"))
                .body("feature", is("campaigns"))
                .body("plans", contains("starter", "professional", "business", "enterprise"));
        turn("campaigns", false).statusCode(200);
        plan("starter");
        on(acme, "dashboard", "sales", "conversations", "ai-agent");
        turn("campaigns", true).statusCode(200);
        on(acme, "dashboard", "sales", "conversations", "ai-agent", "campaigns");
    }

    @Test
    void whatWasOnIsOnAgainInAPlanThatHasIt() {
        turn("reports", true).statusCode(200);
        plan("free");
        plan("starter");
        on(acme, "dashboard", "sales", "conversations", "ai-agent", "reports");
    }

    @Test
    void onlyWhoManagesFeaturesSwitchesThem() {
        asNew(acme, "supervisor")
                .body("{\"enabled\":true}")
                .put(FEATURES + "/reports")
                .then()
                .statusCode(403)
                .body("type", is("/problems/permission-missing"));
        turn("dancing", true).statusCode(404).body("type", is("/problems/feature-not-found"));
        asOwner(acme).body("{}").put(FEATURES + "/reports").then().statusCode(422);
        asNew(acme, "agent").get(FEATURES).then().statusCode(200);
    }

    private ValidatableResponse turn(String feature, boolean on) {
        return asOwner(acme)
                .body("{\"enabled\":" + on + "}")
                .put(FEATURES + "/" + feature)
                .then();
    }

    private void plan(String plan) {
        admin().body("{\"plan\":\"" + plan + "\"}")
                .post("/api/v1/platform/tenants/" + acme.slug() + "/subscription/change")
                .then()
                .statusCode(200);
    }

    private static void on(Organisation of, String... features) {
        with(passport(token(of.ownerEmail()), of.slug()))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("features", containsInAnyOrder(features));
    }
}
