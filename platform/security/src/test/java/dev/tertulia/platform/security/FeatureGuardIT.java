package dev.tertulia.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TestPassportIssuer.class, restrictToAnnotatedClass = true)
class FeatureGuardIT {
    private final TestPassports.Passport owner = TestPassports.of(UUID.randomUUID(), "owner");

    @Test
    void whatIsOnAnswers() {
        given().auth()
                .oauth2(owner.features("campaigns").token())
                .get("/campaigns")
                .then()
                .statusCode(200)
                .body(equalTo("campaigns"));
    }

    @Test
    void whatIsOffIsRefusedAndNamed() {
        given().auth()
                .oauth2(owner.features("conversations").token())
                .get("/campaigns")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", is("/problems/feature-off"))
                .body("feature", is("campaigns"));
    }

    @Test
    void whoMayNotCallAtAllIsToldThatFirst() {
        given().auth()
                .oauth2(owner.features().permissions().token())
                .get("/campaigns")
                .then()
                .statusCode(403)
                .body("type", is("/problems/permission-missing"));
        given().get("/campaigns").then().statusCode(401);
    }

    @Test
    void whatIsOfNoFeatureAnswersAll() {
        given().auth()
                .oauth2(owner.features().token())
                .get("/guarded/tenant")
                .then()
                .statusCode(200);
    }
}
