package dev.tertulia.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.testkit.openapi.DescribedAnswers;
import dev.tertulia.platform.testkit.openapi.DescribedExamples;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiIT {

    @Test
    void everyPublicEndpointIsDescribedAndNoInternalOne() {
        Map<String, Map<String, Map<String, Object>>> paths = given().header("Accept", "application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");

        assertThat(paths.keySet())
                .containsExactlyInAnyOrder(
                        "/api/v1/tenant",
                        "/api/v1/me",
                        "/api/v1/members",
                        "/api/v1/members/{id}",
                        "/api/v1/colleagues",
                        "/api/v1/ownership-transfers",
                        "/api/v1/roles",
                        "/api/v1/settings",
                        "/api/v1/settings/{key}",
                        "/api/v1/signups",
                        "/api/v1/signups/{id}/confirm",
                        "/api/v1/signups/{id}/resend",
                        "/api/v1/invitations",
                        "/api/v1/invitations/{id}",
                        "/api/v1/invitations/{id}/remind",
                        "/api/v1/invitations/look-up",
                        "/api/v1/invitations/accept",
                        "/api/v1/api-keys",
                        "/api/v1/api-keys/{id}",
                        "/api/v1/api-keys/{id}/rotate",
                        "/api/v1/audit-entries",
                        "/api/v1/audit-entries/{sequence}",
                        "/api/v1/audit-entries/export",
                        "/api/v1/audit-entries/verify",
                        "/api/v1/identity-provider",
                        "/api/v1/identity-provider/policy",
                        "/api/v1/sign-in-domains",
                        "/api/v1/sign-in-domains/{id}",
                        "/api/v1/sign-in-domains/{id}/verify",
                        "/api/v1/platform/identity-reconciliations",
                        "/api/v1/plans",
                        "/api/v1/subscription",
                        "/api/v1/subscription/change",
                        "/api/v1/subscription/cancel",
                        "/api/v1/subscription/keep",
                        "/api/v1/usage",
                        "/api/v1/features",
                        "/api/v1/features/{code}",
                        "/api/v1/platform/tenants/{slug}/subscription",
                        "/api/v1/platform/tenants/{slug}/subscription/change",
                        "/api/v1/platform/tenants/{slug}/subscription/limits/{metric}",
                        "/api/v1/platform/tenants",
                        "/api/v1/platform/tenants/{slug}",
                        "/api/v1/platform/tenants/{slug}/members",
                        "/api/v1/platform/tenants/{slug}/erasures",
                        "/api/v1/platform/tenants/{slug}/erasures/{id}",
                        "/api/v1/platform/tenants/{slug}/erasures/{id}/scans",
                        "/api/v1/tenant-exports/{service}");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> assertThat(operation)
                .as(method + " " + path)
                .containsKeys("summary", "operationId", "tags", "responses")));
    }

    @Test
    void everyAnswerIsDescribed() {
        String document = given().header("Accept", "application/json")
                .get("/q/openapi")
                .then()
                .extract()
                .asString();

        assertThat(DescribedAnswers.missing(document)).isEmpty();
        assertThat(DescribedExamples.missing(document)).isEmpty();
    }

    @Test
    void itIsReady() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }
}
