package dev.tertulia.tenant.invitation;

import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.unique;
import static io.restassured.RestAssured.given;

import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;

/** Invites people, as a manager would, and opens what they are sent. */
final class Inviting {
    private Inviting() {}

    static Response invite(Organisation by, JsonObject body) {
        return asOwner(by).body(body.encode()).post("/api/v1/invitations");
    }

    static String invited(Organisation by, String email) {
        return invite(by, agent(email)).then().statusCode(201).extract().path("id");
    }

    static JsonObject agent(String email) {
        return new JsonObject().put("email", email).put("role", "agent");
    }

    static Response lookUp(String token) {
        return given().contentType("application/json")
                .body(new JsonObject().put("token", token).encode())
                .post("/api/v1/invitations/look-up");
    }

    static void expire(String id) {
        TestSql.execute("update tenant.invitation set expires_at = now() where id = ?::uuid", id);
    }

    static String address() {
        return "marta-" + unique() + "@example.test";
    }
}
