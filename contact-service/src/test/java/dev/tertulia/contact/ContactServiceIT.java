package dev.tertulia.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.openapi.DescribedAnswers;
import dev.tertulia.platform.testkit.openapi.DescribedExamples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class ContactServiceIT {
    @Test
    void itIsReady() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void itSaysOfEveryAnswerWhatIsInIt() {
        String document = given().get("/q/openapi?format=json").asString();

        assertThat(DescribedAnswers.missing(document)).isEmpty();
        assertThat(DescribedExamples.missing(document)).isEmpty();
    }

    @Test
    void itDescribesAllThatItOffers() {
        JsonPath description = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> paths = description.get("paths");
        assertThat(paths.keySet())
                .contains(
                        "/api/v1/contacts",
                        "/api/v1/contacts/{id}",
                        "/api/v1/contacts/{id}/identities",
                        "/api/v1/contacts/{id}/identities/{identityId}",
                        "/api/v1/contacts/{id}/merge",
                        "/api/v1/contacts/{id}/merges",
                        "/api/v1/contact-merges/{id}/undo");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (operation instanceof Map<?, ?> described
                    && List.of("get", "post", "patch", "delete").contains(method)) {
                assertThat(described.containsKey("summary"))
                        .as(method + " " + path)
                        .isTrue();
            }
        }));
        Map<String, Map<String, Object>> schemas = description.get("components.schemas");
        assertThat(schemas.keySet())
                .contains(
                        "ContactResponse",
                        "CreateContactRequest",
                        "EditableContact",
                        "IdentityResponse",
                        "MergeResponse");
        assertThat(schemas.get("CreateContactRequest")).containsKey("examples");
    }
}
