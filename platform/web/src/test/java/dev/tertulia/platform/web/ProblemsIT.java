package dev.tertulia.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WebDatabase.class)
class ProblemsIT {
    private static final String NOTES = "/api/v1/notes";

    @Test
    void aProblemSaysWhatItIsAndWhichRequestItWas() {
        given().header("X-Request-Id", "order-66")
                .get(NOTES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("X-Request-Id", "order-66")
                .body("type", is("/problems/note-not-found"))
                .body("title", is("No such note"))
                .body("status", is(404))
                .body("traceId", is("order-66"))
                .body("detail", nullValue())
                .body("instance", nullValue());
    }

    @Test
    void validationNamesFieldsAsJsonHasThem() {
        ValidatableResponse answer = post("""
                {"title":" ","priority":12,"tags":["a",""],"links":[{"url":"x"},{"label":"y"}],"colour":"r"}""");
        isProblem(answer, 422, "validation-failed")
                .body("errors.field", contains("colour", "links[1].url", "priority", "tags[1]", "title"))
                .body("errors[2].message", is("must be less than or equal to 9"));
    }

    @Test
    void malformedJsonIsA400WithItsPlace() {
        isProblem(post("{\"title\":\"a\",\n  \"priority\": }"), 400, "malformed-body")
                .body("detail", containsString("line 2, column 15"))
                .body("detail", not(containsString("com.fasterxml")))
                .body("errors", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"a\"",
                "{\"title\":\"a\"} {}",
                "{'title':'a'}",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{\"title\":\"a\",\"priority\":NaN}",
                "\u0000",
                "not json"
            })
    void whatIsNotJsonIsA400(String body) {
        isProblem(post(body), 400, "malformed-body");
    }

    @Test
    void tooDeepAndTooLongIsA400() {
        isProblem(
                given().contentType("application/json")
                        .body("{\"links\":" + "[".repeat(2_000))
                        .patch(NOTES + "/" + UUID.randomUUID())
                        .then(),
                400,
                "malformed-body");
        isProblem(post("{\"priority\":" + "9".repeat(2_000) + "}"), 400, "malformed-body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"a\",\"tilte\":\"b\"}                | tilte        | is not a field that can be set here",
                "{\"title\":\"a\",\"links\":[{\"uri\":1}]}        | links[0].uri | is not a field that can be set here",
                "{\"title\":\"a\",\"priority\":\"high\"}          | priority     | must be a whole number within its range",
                "{\"title\":\"a\",\"priority\":1.5}               | priority     | must be a whole number within its range",
                "{\"title\":\"a\",\"priority\":99999999999}       | priority     | must be a whole number within its range",
                "{\"title\":\"a\",\"priority\":\"5\"}             | priority     | must be a whole number within its range",
                "{\"title\":7}                                    | title        | must be text",
                "{\"title\":{}}                                   | title        | must be text",
                "{\"title\":\"a\\u0000b\"}                        | title        | must not contain the character NUL",
                "{\"title\":\"a\",\"kind\":\"todo\"}              | kind         | must be one of plain, to-do",
                "{\"title\":\"a\",\"kind\":0}                     | kind         | must be one of plain, to-do",
                "{\"title\":\"a\",\"authorId\":\"nobody\"}        | authorId     | must be a UUID",
                "{\"title\":\"a\",\"dueAt\":\"tomorrow\"}         | dueAt        | must be an RFC 3339 instant, such as 2026-01-31T09:30:00Z",
                "{\"title\":\"a\",\"dueAt\":1700000000}           | dueAt        | must be an RFC 3339 instant, such as 2026-01-31T09:30:00Z",
                "{\"title\":\"a\",\"dueAt\":\"12026-01-31T09:30:00Z\"} | dueAt   | must be an RFC 3339 instant, such as 2026-01-31T09:30:00Z",
                "{\"title\":\"a\",\"pinned\":\"true\"}            | pinned       | must be true or false",
                "{\"title\":\"a\",\"tags\":\"b\"}                 | tags         | must be an array",
                "{\"title\":\"a\",\"tags\":[1]}                   | tags[0]      | must be text",
                "{\"title\":\"a\",\"links\":[\"b\"]}              | links[0]     | must be an object with its required fields",
                "[]                                               | ''           | must be an object with its required fields"
            })
    void whatDoesNotFitIsA422ThatNamesTheField(String body, String field, String message) {
        isProblem(post(body), 422, "validation-failed")
                .body("errors.field", contains(field))
                .body("errors.message", contains(message));
    }

    @Test
    void aMissingBodyIsA400UnlessTheEndpointCanDoWithout() throws IOException {
        isProblem(given().contentType("application/json").post(NOTES).then(), 400, "body-missing");
        assertThat(RawHttp.send("POST " + NOTES + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/body-missing");
        String bare = "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertThat(RawHttp.send(bare.formatted(NOTES + "/" + UUID.randomUUID() + "/close")))
                .startsWith("HTTP/1.1 200");
        String close = NOTES + "/" + UUID.randomUUID() + "/close";
        given().contentType("application/json")
                .post(close)
                .then()
                .statusCode(200)
                .body(equalTo("closed"));
        given().contentType("application/json")
                .body("{\"title\":\"done\"}")
                .post(close)
                .then()
                .body(equalTo("closed: done"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/v1/nowhere", "/api/v1/notes/x/y/z", "/", "/q/nothing", "/plain/nothing"})
    void unknownPathsAreProblemsToo(String path) {
        isProblem(given().get(path).then(), 404, "not-found");
        isProblem(given().contentType("application/json").body("{}").post(path).then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "1", "0198c0de-0000-7000-8000-00000000000", "%20", "a%00b"})
    void anIdThatCannotBeOneIsA404(String id) {
        isProblem(given().urlEncodingEnabled(false).get(NOTES + "/" + id).then(), 404, "not-found");
    }

    @Test
    void aRequestWithoutHostIsA400() throws IOException {
        assertThat(RawHttp.send("GET /api/v1/notes HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "/problems/bad-request");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=none, kind, 'must be one of plain, to-do'",
        "kind=PLAIN, kind, 'must be one of plain, to-do'",
        "since=yesterday, since, 'must be an RFC 3339 instant, such as 2026-01-31T09:30:00Z'",
        "top=many, top, must be a whole number",
        "open=perhaps, open, must be true or false",
        "author=me, author, must be a UUID"
    })
    void aParameterThatCannotBeReadIsA400ThatNamesIt(String query, String name, String message) {
        isProblem(given().get(NOTES + "/search?" + query).then(), 400, "invalid-parameter")
                .body("errors.field", contains(name))
                .body("errors.message", contains(message));
    }

    @Test
    void parametersAreReadAsJsonIs() {
        given().get(NOTES + "/search?kind=to-do&top=3&since=2026-01-31T09:30:00Z")
                .then()
                .statusCode(200)
                .body("kind", is("TO_DO"))
                .body("top", is("3"));
        isProblem(given().get(NOTES + "/search?top=11").then(), 422, "validation-failed")
                .body("errors.field", contains("top"));
    }

    @Test
    void methodsAndMediaTypes() {
        isProblem(given().delete(NOTES).then(), 405, "method-not-allowed").header("Allow", containsString("GET"));
        isProblem(given().accept("text/csv").get(NOTES).then(), 406, "not-acceptable");
        isProblem(given().contentType("text/plain").body("hi").post(NOTES).then(), 415, "unsupported-media-type");
        given().options(NOTES).then().statusCode(200).header("Allow", containsString("POST"));
        isProblem(given().options("/api/v1/nowhere").then(), 404, "not-found");
        given().head(NOTES).then().statusCode(200).body(is(""));
        given().head("/api/v1/nowhere").then().statusCode(404).body(is(""));
    }

    @Test
    void anErrorIsAProblemWhateverTheCallerAccepts() {
        isProblem(
                given().accept("text/html").get(NOTES + "/" + UUID.randomUUID()).then(), 406, "not-acceptable");
        isProblem(given().accept("image/png").get("/nowhere").then(), 404, "not-found");
    }

    @Test
    void signingIn() {
        isProblem(given().get(NOTES + "/mine").then(), 401, "unauthenticated")
                .header("WWW-Authenticate", startsWith("basic"));
        isProblem(
                        given().auth()
                                .preemptive()
                                .basic("ann", "wrong")
                                .get(NOTES + "/mine")
                                .then(),
                        401,
                        "unauthenticated")
                .header("WWW-Authenticate", startsWith("basic"));
        isProblem(
                given().auth()
                        .preemptive()
                        .basic("ann", "secret")
                        .get(NOTES + "/theirs")
                        .then(),
                403,
                "forbidden");
        given().auth()
                .preemptive()
                .basic("ann", "secret")
                .get(NOTES + "/mine")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "error", "our-own-json"})
    void whatNobodyThoughtOfSaysNothing(String failure) {
        String body = isProblem(given().get("/api/v1/failures/" + failure).then(), 500, "internal-error")
                .extract()
                .asString();
        assertThat(body).doesNotContain("secret", "300 123", "Exception", "Error", "priority", "dev.tertulia");
    }

    @Test
    void statusesWithoutAProblemOfTheirOwn() {
        isProblem(given().get("/api/v1/failures/status?status=409").then(), 409, "conflict");
        isProblem(given().get("/api/v1/failures/status?status=429").then(), 429, "too-many-requests");
        isProblem(given().get("/api/v1/failures/status?status=503").then(), 503, "unavailable");
        isProblem(given().get("/api/v1/failures/status?status=500").then(), 500, "internal-error");
    }

    @Test
    void routesBesideTheResourcesFailAsProblemsToo() {
        isProblem(given().get("/plain/bug").then(), 500, "internal-error");
        given().get("/plain/teapot").then().statusCode(400).body("type", is("/problems/bad-request"));
    }

    @Test
    void anAnswerThatFailsHalfWayIsBrokenOff() throws IOException {
        assertThat(RawHttp.send("GET /plain/half HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("problem");
    }

    @Test
    void idsOfRequestsAreTakenMadeAndKnownInside() {
        given().header("X-Request-Id", "abc._-9")
                .get(NOTES + "/request-id")
                .then()
                .body(equalTo("abc._-9"))
                .header("X-Request-Id", "abc._-9");
        String made = given().header("X-Request-Id", "not acceptable; drop table")
                .get(NOTES + "/request-id")
                .then()
                .extract()
                .header("X-Request-Id");
        assertThat(UUID.fromString(made).version()).isEqualTo(7);
        given().get(NOTES + "/request-id").then().header("X-Request-Id", notNullValue());
    }

    @Test
    void answersCarryHeadersAgainstMisuse() {
        for (String path : new String[] {NOTES, "/nowhere"}) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-store");
        }
        assertThat(given().get(NOTES + "/logo").headers().getValues("Cache-Control"))
                .containsExactly("public, max-age=60");
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post(NOTES).then();
    }

    static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("/problems/" + code))
                .body("status", is(status))
                .body("title", notNullValue())
                .body("traceId", is(answer.extract().header("X-Request-Id")));
    }
}
