package dev.tertulia.tenant.signup;

import static dev.tertulia.tenant.TestWorld.unique;
import static io.restassured.RestAssured.given;

import dev.tertulia.tenant.TestSql;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Signs strangers up, as a browser would. */
final class Signups {
    static final String PASSWORD = "correct horse battery staple";

    private Signups() {}

    static String begun(String email, String tenantName) {
        return begin(wanted(email, tenantName), network())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    static Response begin(JsonObject wanted, String network) {
        return given().contentType("application/json")
                .header("X-Forwarded-For", network)
                .body(wanted.encode())
                .post("/api/v1/signups");
    }

    static JsonObject wanted(String email, String tenantName) {
        return new JsonObject(new HashMap<>(Map.of(
                "email", email,
                "name", "Ana Luna",
                "tenantName", tenantName,
                "locale", "es-CO",
                "timezone", "America/Bogota",
                "country", "CO")));
    }

    static Response confirm(String id, String code) {
        return confirm(id, code, PASSWORD);
    }

    static Response confirm(String id, String code, String password) {
        return given().contentType("application/json")
                .header("X-Forwarded-For", network())
                .body(new JsonObject()
                        .put("code", code)
                        .put("password", password)
                        .encode())
                .post("/api/v1/signups/" + id + "/confirm");
    }

    static String slugOf(Response founded) {
        return founded.then().statusCode(201).extract().path("slug");
    }

    static String wrong(String code) {
        return "%08d".formatted((Integer.parseInt(code.replace(" ", "")) + 1) % 100_000_000);
    }

    static int owned(String email) {
        return TestSql.number("select count(*) from tenant.member where role = 'owner' and email = ?", email);
    }

    static String address() {
        return "ana-" + unique() + "@example.test";
    }

    /** Another line each time, so that no test takes another's calls. */
    static String network() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
