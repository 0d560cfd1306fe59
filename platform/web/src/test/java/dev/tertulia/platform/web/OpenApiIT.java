package dev.tertulia.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WebDatabase.class)
class OpenApiIT {
    @Test
    void errorsAreDescribedOnceAndForEveryEndpoint() {
        JsonPath api = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Object> post = responses(api, "/api/v1/notes", "post");
        assertThat(post.keySet())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "409", "413", "415", "422", "429", "503");
        assertThat(post.get("422")).isEqualTo(Map.of("$ref", "#/components/responses/ValidationFailed"));
        assertThat(responses(api, "/api/v1/notes/{id}", "patch").keySet()).contains("404", "412");
        assertThat(responses(api, "/api/v1/notes/mine", "get").keySet())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "429", "503");
        assertThat(api.getMap("components.schemas").keySet())
                .contains("Problem", "FieldError", "Note")
                .doesNotContain("HttpProblem", "HttpValidationProblem", "Violation");
        assertThat(api.getMap("components.securitySchemes").keySet()).containsOnly((Object) "passport");
        assertThat(api.getString("components.responses.NotFound.content.'application/problem+json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void aPatchIsDescribedAsTheFieldsThatCanBeChanged() {
        JsonPath api = given().get("/q/openapi?format=json").then().extract().jsonPath();
        assertThat(api.getMap("paths.'/api/v1/notes/{id}'.patch.requestBody.content")
                        .keySet())
                .contains("application/merge-patch+json", "application/json");
        assertThat(api.getMap("components.schemas.MergePatchNote.properties").keySet())
                .contains("title", "colour", "links")
                .doesNotContain("fields", "empty", "changes");
        assertThat(api.getList("components.schemas.MergePatchNote.required")).isNull();
        assertThat(api.getMap("components.schemas").keySet()).hasSizeLessThan(15);
    }

    @Test
    void aPageIsDescribedWithItsParameters() {
        JsonPath api = given().get("/q/openapi?format=json").then().extract().jsonPath();
        assertThat(api.getList("paths.'/api/v1/notes'.get.parameters.name")).contains("limit", "after");
    }

    private static Map<String, Object> responses(JsonPath api, String path, String method) {
        return api.getMap("paths.'" + path + "'." + method + ".responses");
    }
}
