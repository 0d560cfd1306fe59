package dev.tertulia.tenant.me;

import static dev.tertulia.tenant.TestWorld.as;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MeResourceIT {
    private static final String ME = "/api/v1/me";

    private Organisation acme;
    private String agent;

    @BeforeEach
    void found() {
        acme = organisation();
        agent = "agent-" + unique() + "@example.test";
        member(acme, agent, "agent");
    }

    @Test
    void meShowsWhoOneIsAndWhatOneMayBesideOnesRole() {
        String extra = "extra-" + unique() + "@example.test";
        String id = member(acme, extra, "agent");
        asOwner(acme)
                .body("{\"permissions\":[\"labels:manage\"]}")
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(200);

        as(extra, acme)
                .get(ME)
                .then()
                .statusCode(200)
                .body("user.email", is(extra))
                .body("user.name", is("Name of " + extra))
                .body("role", is("agent"))
                .body("permissions", hasItem("messages:send"))
                .body("permissions", hasItem("labels:manage"))
                .body("extraPermissions", contains("labels:manage"))
                .body("tenant.slug", is(acme.slug()))
                .body("tenants.slug", contains(acme.slug()))
                .body("tenants.role", contains("agent"));
    }

    @Test
    void preferencesAreOnesOwnInAllTenants() {
        Organisation globex = organisation();
        member(globex, agent, "viewer");
        patch(as(agent, acme), "{\"preferences\":{\"locale\":\"es-CO\",\"timezone\":\"America/Bogota\"}}")
                .statusCode(200)
                .body("preferences.locale", is("es-CO"));
        patch(as(agent, globex), "{\"preferences\":{\"timezone\":null,\"notificationWays\":[\"email\",\"console\"]}}")
                .statusCode(200);

        as(agent, acme)
                .get(ME)
                .then()
                .body("preferences.locale", is("es-CO"))
                .body("preferences.containsKey('timezone')", is(false))
                .body("preferences.notificationWays", contains("console", "email"))
                .body(
                        "tenants.role",
                        is(List.of(acme, globex).stream()
                                .sorted((a, b) -> a.slug().compareTo(b.slug()))
                                .map(tenant -> tenant == acme ? "agent" : "viewer")
                                .toList()));
        asOwner(acme).get(ME).then().body("preferences.containsKey('locale')", is(false));
    }

    @Test
    void theyCanBeChangedBeforeATenantIsChosen() {
        member(organisation(), agent, "viewer");
        String passport = askForPassport("oidc", token(agent), null, true)
                .then()
                .statusCode(200)
                .extract()
                .path("passport");

        patch(with(passport), "{\"preferences\":{\"locale\":\"en\"}}")
                .statusCode(200)
                .body("preferences.locale", is("en"))
                .body("containsKey('tenant')", is(false));
    }

    @Test
    void aStaleChangeIsRefusedAndARepetitionChangesNothing() {
        String tag = as(agent, acme).get(ME).then().extract().header("ETag");
        String english = "{\"preferences\":{\"locale\":\"en\"}}";
        String next = patch(as(agent, acme).header("If-Match", tag), english)
                .statusCode(200)
                .extract()
                .header("ETag");

        assertThat(patch(as(agent, acme), english).extract().header("ETag")).isEqualTo(next);
        patch(as(agent, acme).header("If-Match", tag), english).statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Another\"}",
                "{\"user\":{\"phone\":\"+57 1\"}}",
                "{\"preferences\":{\"locale\":\"klingon\"}}",
                "{\"preferences\":{\"timezone\":\"Bogota\"}}",
                "{\"preferences\":{\"notificationWays\":[\"pigeon\"]}}",
                "{\"preferences\":{\"theme\":\"dark\"}}"
            })
    void whatIsNotOnesOwnToChangeIsSaid(String patch) {
        patch(as(agent, acme), patch).statusCode(422);
    }

    @Test
    void aKeyHasNoPreferences() {
        String key = asOwner(acme)
                .body("{\"name\":\"shop\",\"role\":\"agent\"}")
                .post("/api/v1/api-keys")
                .then()
                .extract()
                .path("key");
        String passport = askForPassport("api-key", key, null, false)
                .then()
                .statusCode(200)
                .extract()
                .path("passport");

        with(passport).get(ME).then().statusCode(200).body("containsKey('preferences')", is(false));
        patch(with(passport), "{\"preferences\":{\"locale\":\"en\"}}")
                .statusCode(403)
                .body("type", is("/problems/not-a-person"));
    }

    private static ValidatableResponse patch(RequestSpecification by, String patch) {
        return by.body(patch).patch(ME).then();
    }
}
