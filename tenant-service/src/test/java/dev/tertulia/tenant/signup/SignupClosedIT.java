package dev.tertulia.tenant.signup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An installation that is not for strangers. */
@QuarkusTest
@TestProfile(SignupClosedIT.Closed.class)
class SignupClosedIT {

    @Test
    void strangersAreTurnedAway() {
        String signup = "/api/v1/signups/" + UUID.randomUUID();
        given().contentType("application/json")
                .body("{\"email\":\"ana@example.test\",\"name\":\"Ana\",\"tenantName\":\"Luna\",\"country\":\"CO\"}")
                .post("/api/v1/signups")
                .then()
                .statusCode(403)
                .body("type", is("/problems/signup-closed"));
        given().post(signup + "/resend").then().statusCode(403);
        given().contentType("application/json")
                .body("{\"code\":\"12345678\"}")
                .post(signup + "/confirm")
                .then()
                .statusCode(403);
    }

    /** As {@code TERTULIA_SIGNUP=closed} says it. */
    public static class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("TERTULIA_SIGNUP", "closed");
        }
    }
}
