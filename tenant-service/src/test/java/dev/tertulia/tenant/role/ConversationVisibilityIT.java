package dev.tertulia.tenant.role;

import static dev.tertulia.tenant.TestWorld.as;
import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.renew;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which conversations agents see is the tenant's to settle, and stands in their passports. */
@QuarkusTest
class ConversationVisibilityIT {
    private static final String UNASSIGNED = "conversations:read-unassigned";

    private Organisation acme;
    private String agent;
    private String agentId;

    @BeforeEach
    void found() {
        acme = organisation();
        agent = "agent-" + unique() + "@example.test";
        agentId = member(acme, agent, "agent");
    }

    @Test
    void agentsSeeWhatIsNobodysUnlessTheTenantNarrowsIt() {
        String passport = passport(token(agent), acme.slug());
        assertThat(permissions(renew(passport))).contains(UNASSIGNED);

        settle("own");

        assertThat(permissions(renew(passport))).contains("conversations:read").doesNotContain(UNASSIGNED);
        assertThat(permissionsOf(agent)).doesNotContain(UNASSIGNED);
        as(agent, acme)
                .get("/api/v1/me")
                .then()
                .body("permissions", not(hasItem(UNASSIGNED)))
                .body("extraPermissions", is(List.of()));

        settle("unassigned-and-own");

        assertThat(permissions(renew(passport))).contains(UNASSIGNED);
    }

    @Test
    void whoIsGivenItBesideTheirRoleKeepsIt() {
        settle("own");
        asOwner(acme)
                .body("{\"permissions\":[\"" + UNASSIGNED + "\"]}")
                .patch("/api/v1/members/" + agentId)
                .then()
                .statusCode(200);

        assertThat(permissionsOf(agent)).contains(UNASSIGNED);
        as(agent, acme).get("/api/v1/me").then().body("extraPermissions", contains(UNASSIGNED));
    }

    @Test
    void nobodyElseLosesAnything() {
        settle("own");
        String supervisor = "supervisor-" + unique() + "@example.test";
        member(acme, supervisor, "supervisor");
        Organisation globex = organisation();
        String theirs = "agent-" + unique() + "@example.test";
        member(globex, theirs, "agent");
        String key = asOwner(acme)
                .body("{\"name\":\"shop\",\"role\":\"agent\"}")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");

        assertThat(permissionsOf(supervisor)).contains(UNASSIGNED, "conversations:read-all");
        assertThat(permissions(askForPassport("oidc", token(theirs), globex.slug(), false)))
                .contains(UNASSIGNED);
        // A key may what it was made for.
        assertThat(permissions(askForPassport("api-key", key, null, false))).contains(UNASSIGNED);
    }

    @Test
    void theTableOfRolesShowsIt() {
        asNew(acme, "viewer")
                .get("/api/v1/roles")
                .then()
                .statusCode(200)
                .body("items.role", contains("owner", "admin", "supervisor", "agent", "viewer"))
                .body("items.find { it.role == 'owner' }.permissions", hasItem("ownership:transfer"))
                .body("items.find { it.role == 'admin' }.permissions", not(hasItem("ownership:transfer")))
                .body("items.find { it.role == 'agent' }.permissions", hasItem(UNASSIGNED));

        settle("own");

        as(agent, acme)
                .get("/api/v1/roles")
                .then()
                .statusCode(200)
                .body("items.find { it.role == 'agent' }.permissions", not(hasItem(UNASSIGNED)))
                .body("items.find { it.role == 'supervisor' }.permissions", hasItem(UNASSIGNED));
    }

    private void settle(String value) {
        asOwner(acme)
                .body("{\"value\":\"" + value + "\"}")
                .put("/api/v1/settings/conversations.visibility")
                .then()
                .statusCode(200);
    }

    private List<String> permissionsOf(String email) {
        return permissions(askForPassport("oidc", token(email), acme.slug(), false));
    }

    private static List<String> permissions(Response issued) {
        return issued.then().statusCode(200).extract().path("permissions");
    }
}
