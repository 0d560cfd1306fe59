package dev.tertulia.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = TestPassportIssuer.class, restrictToAnnotatedClass = true)
class PassportAcceptanceIT {
    private static final String PROBLEM = "application/problem+json";

    private final UUID tenant = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "blocking"})
    void aPassportBindsItsTenant(String endpoint) {
        with(TestPassports.as(tenant, "viewer"))
                .get("/guarded/" + endpoint)
                .then()
                .statusCode(200)
                .body(equalTo(tenant.toString()));
    }

    @Test
    void theCallerIsWhatThePassportSays() {
        UUID member = UUID.randomUUID();
        UUID user = UUID.randomUUID();
        String passport = TestPassports.of(tenant, "agent")
                .actorId(user)
                .memberId(member)
                .tenantStatus("suspended")
                .permissions("notes:write", "messages:send")
                .token();

        with(passport)
                .get("/guarded/caller")
                .then()
                .statusCode(200)
                .body("tenant.id", is(tenant.toString()))
                .body("tenant.status", is("suspended"))
                .body("actor.id", is(user.toString()))
                .body("actor.memberId", is(member.toString()))
                .body("role", is("agent"))
                .body("permissions", containsInAnyOrder("notes:write", "messages:send"))
                .body("features", containsInAnyOrder("dashboard", "sales", "conversations", "ai-agent"));
    }

    @Test
    void anApiKeyIsNoMember() {
        with(TestPassports.apiKey(tenant, "admin"))
                .get("/guarded/caller")
                .then()
                .statusCode(200)
                .body("actor.type", is("api-key"))
                .body("actor.containsKey('memberId')", is(false));
    }

    @Test
    void whoShowsNoPassportIsAskedForOne() {
        given().get("/guarded/tenant")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", is("/problems/unauthenticated"));
    }

    @Test
    void anExpiredPassportIsNone() {
        refused(TestPassports.of(tenant, "owner").expired().token());
    }

    @Test
    void aPassportSignedWithAnotherKeyIsNone() {
        refused(TestPassports.of(tenant, "owner").signedWithAnotherKey().token());
    }

    @Test
    void aPassportOfAnotherIssuerIsNone() {
        refused(TestPassports.of(tenant, "owner")
                .issuer("https://elsewhere.example")
                .token());
    }

    @Test
    void aTokenForAnotherAudienceIsNone() {
        refused(TestPassports.of(tenant, "owner").audience("account").token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void whatIsNoTokenIsNone(String token) {
        refused(token);
    }

    @Test
    void aMissingPermissionIsNamed() {
        with(TestPassports.as(tenant, "agent"))
                .get("/guarded/members")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("type", is("/problems/permission-missing"))
                .body("permissions", containsInAnyOrder("members:manage", "members:manage-agents"))
                .body("detail", containsString("members:manage"));
    }

    @Test
    void oneOfSeveralPermissionsIsEnough() {
        with(TestPassports.as(tenant, "supervisor"))
                .get("/guarded/members")
                .then()
                .statusCode(200);
        with(TestPassports.as(tenant, "owner")).get("/guarded/members").then().statusCode(200);
    }

    @Test
    void whoHasChosenNoTenantIsToldToChooseOne() {
        with(TestPassports.platformAdmin())
                .get("/guarded/tenant")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", is("/problems/tenant-required"));
        with(TestPassports.platformAdmin()).get("/guarded/platform").then().statusCode(200);
    }

    @Test
    void noRoleInATenantReachesThePlatform() {
        with(TestPassports.as(tenant, "owner")).get("/guarded/platform").then().statusCode(403);
    }

    @Test
    void anEndpointWithoutAnnotationAnswersNobody() {
        given().get("/guarded/forgotten").then().statusCode(401);
        with(TestPassports.as(tenant, "owner")).get("/guarded/forgotten").then().statusCode(403);
    }

    @Test
    void anOpenEndpointDoesNotLookAtWhatItIsSent() {
        with("whatever a provider sends")
                .get("/guarded/open")
                .then()
                .statusCode(200)
                .body(equalTo("nobody's"));
        with(TestPassports.as(tenant, "owner"))
                .get("/guarded/open")
                .then()
                .statusCode(200)
                .body(equalTo("nobody's"));
    }

    private static void refused(String token) {
        with(token).get("/guarded/tenant").then().statusCode(401).contentType(PROBLEM);
    }

    private static RequestSpecification with(String passport) {
        return given().header("Authorization", "Bearer " + passport);
    }
}
