package dev.tertulia.tenant.passport;

import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.token;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keycloak is away, or starts later than this service. */
@QuarkusTest
@TestProfile(IdentityProviderAwayIT.Away.class)
class IdentityProviderAwayIT {

    @Test
    void aTokenThatNobodyCanCheckIsNotAWrongOne() {
        askForPassport("oidc", token("ann@example.test"), null, false)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", is("/problems/identity-unverifiable"));
    }

    @Test
    void everythingElseWorks() {
        given().get("/internal/jwks").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
    }

    /** Nobody listens there. */
    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.identity-provider.auth-server-url", "http://127.0.0.1:1/realms/tertulia");
        }
    }
}
