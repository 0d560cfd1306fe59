package dev.tertulia.platform.web;

import static dev.tertulia.platform.web.ProblemsIT.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(WebDatabase.class)
class ResourcesIT {
    private static final String NOTES = "/api/v1/notes";
    private static final String NOTE = NOTES + "/0198c0de-0000-7000-8000-000000000001";

    @Test
    void aListIsReadPageByPageToItsEnd() {
        List<Integer> read = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = given().queryParam("limit", 50)
                    .queryParam("after", cursor == null ? "" : cursor)
                    .get(NOTES)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("items", Integer.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertThat(read).hasSize(120).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void thereAreFiftyAtATimeUnlessSaidOtherwise() {
        given().get(NOTES).then().body("items.size()", is(50));
        given().get(NOTES + "?limit=200")
                .then()
                .body("items.size()", is(120))
                .body("$", not(org.hamcrest.Matchers.hasKey("nextCursor")));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "201", "2147483647"})
    void limitsAreHeld(String limit) {
        isProblem(given().get(NOTES + "?limit=" + limit).then(), 422, "validation-failed")
                .body("errors.field", contains("limit"));
    }

    @Test
    void aLimitThatIsNoNumberIsA400() {
        isProblem(given().get(NOTES + "?limit=many").then(), 400, "invalid-parameter")
                .body("errors.field", contains("limit"));
        isProblem(given().get(NOTES + "?limit=99999999999").then(), 400, "invalid-parameter");
    }

    @Test
    void aCursorThatIsNoneIsA400() {
        isProblem(given().get(NOTES + "?after=nonsense").then(), 400, "invalid-cursor");
        String other = Sort.by("others", Long.class).cursor(5L);
        isProblem(given().get(NOTES + "?after=" + other).then(), 400, "invalid-cursor");
    }

    @Test
    void aPatchChangesWhatItMentions() {
        patch("{\"title\":\"Buy oat milk\",\"tags\":[\"shop\"],\"dueAt\":null,\"colour\":null}")
                .statusCode(200)
                .header("ETag", "\"8\"")
                .body("title", is("Buy oat milk"))
                .body("kind", is("to-do"))
                .body("tags", contains("shop"))
                .body("priority", is(3))
                .body("pinned", is(true))
                .body("dueAt", nullValue())
                .body("colour", nullValue());
        patch("{}").statusCode(200).body("title", is("Buy milk")).body("dueAt", is("2026-01-31T09:30:00Z"));
    }

    @Test
    void aPatchComesAsEitherType() {
        given().contentType("application/json")
                .body("{\"title\":\"x\"}")
                .patch(NOTE)
                .then()
                .statusCode(200);
        isProblem(
                given().contentType("text/plain")
                        .body("{\"title\":\"x\"}")
                        .patch(NOTE)
                        .then(),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"1\"}                | id           | is not a field that can be set here",
                "{\"createdAt\":null}        | createdAt    | is not a field that can be set here",
                "{\"priority\":\"high\"}       | priority     | must be a whole number within its range",
                "{\"priority\":10}             | priority     | must be less than or equal to 9",
                "{\"title\":null}              | title        | must not be blank",
                "{\"title\":\"a\\u0000\"}      | title        | must not contain the character NUL",
                "{\"links\":[{\"label\":\"\"}]}| links[0].url | must not be blank",
                "{\"links\":[{\"x\":\"\"}]}    | links[0].x   | is not a field that can be set here",
                "{\"dueAt\":5}                 | dueAt        | must be an RFC 3339 instant, such as 2026-01-31T09:30:00Z",
                "[]                            | ''           | must be an object",
                "null                          | ''           | must be an object"
            })
    void aPatchThatDoesNotFitIsA422ThatNamesTheField(String body, String field, String message) {
        isProblem(patch(body), 422, "validation-failed")
                .body("errors.field", contains(field))
                .body("errors.message", contains(message));
    }

    @Test
    void aPatchThatIsNoJsonIsA400() {
        isProblem(patch("{\"title\":"), 400, "malformed-body");
        isProblem(
                given().contentType("application/merge-patch+json").patch(NOTE).then(), 400, "body-missing");
        isProblem(patch("{\"title\":\"a\",\"title\":\"b\"}"), 400, "malformed-body");
    }

    @Test
    void aPatchOfWhatSomeoneElseChangedIsA412() {
        given().contentType("application/json")
                .header("If-Match", "\"7\"")
                .body("{}")
                .patch(NOTE)
                .then()
                .statusCode(200);
        isProblem(
                given().contentType("application/json")
                        .header("If-Match", "\"6\"")
                        .body("{}")
                        .patch(NOTE)
                        .then(),
                412,
                "stale-version");
    }

    @Test
    void answersLeaveOutWhatIsUnset() {
        String body = given().contentType("application/json")
                .body("{\"title\":\"a\"}")
                .post(NOTES)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(body).isEqualTo("{\"title\":\"a\",\"priority\":0}");
    }

    private static ValidatableResponse patch(String body) {
        return given().contentType("application/merge-patch+json")
                .body(body)
                .patch(NOTE)
                .then();
    }
}
