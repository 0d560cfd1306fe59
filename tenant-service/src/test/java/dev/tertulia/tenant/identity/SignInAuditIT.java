package dev.tertulia.tenant.identity;

import static dev.tertulia.tenant.identity.KeycloakWorld.LIMIT;
import static dev.tertulia.tenant.identity.KeycloakWorld.PASSWORD;
import static dev.tertulia.tenant.identity.KeycloakWorld.domain;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tertulia.local.stack.LoneKeycloak;
import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do at a real Keycloak is in the audit of their tenants. */
@QuarkusTest
@WithTestResource(WithKeycloak.class)
class SignInAuditIT {
    @Inject
    People people;

    @Nullable
    LoneKeycloak started;

    private KeycloakWorld world;

    @BeforeEach
    void begin() {
        world = new KeycloakWorld(requireNonNull(started), people);
    }

    @Test
    void signingInFailingToAndSigningOutAreInTheAuditOfEachTenantOnce() {
        Organisation acme = world.organisation();
        Organisation globex = world.organisation();
        Organisation initech = world.organisation();
        String ann = world.person("ann@" + domain(acme));
        String member = world.member(acme, ann, "agent");
        String elsewhere = world.member(globex, ann, "viewer");

        world.passwordGrant(ann, "not her password").then().statusCode(400);
        String refreshToken = world.passwordGrant(ann, PASSWORD)
                .then()
                .statusCode(200)
                .extract()
                .path("refresh_token");
        given().formParam("client_id", "console")
                .formParam("refresh_token", refreshToken)
                .post(world.issuer() + "/protocol/openid-connect/logout")
                .then()
                .statusCode(204);

        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(actions(acme, member)).containsExactly("sign-in-failed", "signed-in", "signed-out"));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(actions(globex, elsewhere))
                        .containsExactly("sign-in-failed", "signed-in", "signed-out"));

        // Each round reads again what is two minutes old: another event that comes after proves that it did.
        world.passwordGrant(ann, PASSWORD).then().statusCode(200);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(actions(acme, member))
                        .containsExactly("sign-in-failed", "signed-in", "signed-out", "signed-in"));

        Map<String, Object> failed = entries(acme, member).getFirst();
        JsonObject values =
                new JsonObject(new JsonObject(failed).getJsonObject("newValues").encode());
        assertThat(values.getString("reason")).isEqualTo("invalid_user_credentials");
        assertThat(values.getString("client")).isEqualTo("console");
        assertThat(new JsonObject(failed).encode())
                .doesNotContain("not her password")
                .doesNotContain(refreshToken);
        // Of a tenant that she is not in it is no business.
        assertThat(TestSql.number(
                        "select count(*)::int from tenant.audit_entry where tenant_id = ?::uuid and action = 'sign-in-failed'",
                        initech.id()))
                .isZero();
    }

    private List<String> actions(Organisation organisation, String member) {
        return entries(organisation, member).stream()
                .map(entry -> (String) entry.get("action"))
                .toList();
    }

    /** Oldest first. */
    private List<Map<String, Object>> entries(Organisation organisation, String member) {
        List<Map<String, Object>> items = world.asOwner(organisation)
                .get("/api/v1/audit-entries?limit=200&resourceId=" + member)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.reversed().stream()
                .filter(entry -> String.valueOf(entry.get("action")).startsWith("sign"))
                .toList();
    }
}
