package dev.tertulia.tenant.member;

import static dev.tertulia.tenant.TestWorld.alter;
import static dev.tertulia.tenant.TestWorld.as;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.renew;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberListIT {
    private static final String MEMBERS = "/api/v1/members";

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void membersAreFoundWhateverTheAccents() {
        called("Ñandú Pérez", "agent");
        called("Zoë Müller", "agent");

        for (String text : List.of("nandu", "ÑANDÚ", "perez", "ú P")) {
            list("q", text).get(MEMBERS).then().body("items.name", contains("Ñandú Pérez"));
        }
        list("q", "zoe mu").get(MEMBERS).then().body("items.name", contains("Zoë Müller"));
        list("q", "%").get(MEMBERS).then().body("items", empty());
    }

    @Test
    void membersAreSortedByNameAcrossPages() {
        for (String name : List.of("beatriz", "Álvaro", "Zoë", "ana", "Ana")) {
            called(name, "agent");
        }
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification request =
                    list("sort", "name").queryParam("role", "agent").queryParam("limit", 2);
            ExtractableResponse<Response> page = (next == null ? request : request.queryParam("after", next))
                    .get(MEMBERS)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.name"));
            next = page.path("nextCursor");
        } while (next != null);

        assertThat(seen).containsExactly("Álvaro", "ana", "Ana", "beatriz", "Zoë");
    }

    @Test
    void aCursorBelongsToItsOrder() {
        called("Ana", "agent");
        String cursor = list("sort", "name")
                .queryParam("limit", 1)
                .get(MEMBERS)
                .then()
                .extract()
                .path("nextCursor");

        list("after", cursor).get(MEMBERS).then().statusCode(400).body("type", is("/problems/invalid-cursor"));
    }

    @Test
    void membersAreFilteredByRoleAndActivity() {
        String ana = called("Ana", "agent");
        called("Berta", "agent");
        called("Carla", "supervisor");
        asOwner(acme)
                .body("{\"active\":false}")
                .patch(MEMBERS + "/" + ana)
                .then()
                .statusCode(200);

        list("role", "agent").get(MEMBERS).then().body("items.name", contains("Ana", "Berta"));
        list("active", "false").get(MEMBERS).then().body("items.name", contains("Ana"));
        list("role", "agent").queryParam("active", true).get(MEMBERS).then().body("items.name", contains("Berta"));
        for (String[] wrong : new String[][] {{"role", "boss"}, {"active", "perhaps"}, {"sort", "age"}}) {
            list(wrong[0], wrong[1]).get(MEMBERS).then().statusCode(400);
        }
    }

    @Test
    void everybodyKnowsTheirColleaguesAndNotTheirAddresses() {
        String email = "colleague-" + unique() + "@example.test";
        member(acme, email, "agent");
        called("Ñandú Pérez", "supervisor");
        String address = "secret-" + unique();
        asOwner(acme)
                .body(new JsonObject()
                        .put("email", address + "@example.test")
                        .put("name", "Zoë Müller")
                        .put("role", "agent")
                        .encode())
                .post(MEMBERS)
                .then()
                .statusCode(201);

        as(email, acme)
                .queryParam("q", "nandu")
                .get("/api/v1/colleagues")
                .then()
                .statusCode(200)
                .body("items.name", contains("Ñandú Pérez"))
                .body("items.role", contains("supervisor"))
                .body("items[0].active", is(true))
                .body("items[0].containsKey('email')", is(false))
                .body("items[0].containsKey('permissions')", is(false));
        asOwner(acme).queryParam("q", address).get(MEMBERS).then().body("items.name", contains("Zoë Müller"));
        as(email, acme)
                .queryParam("q", address)
                .get("/api/v1/colleagues")
                .then()
                .body("items", empty());
        asOwner(organisation())
                .queryParam("q", "nandu")
                .get("/api/v1/colleagues")
                .then()
                .body("items", empty());
    }

    @Test
    void whenSomebodyWasSeenIsKnownToTheMinuteAndInTheirTenantAlone() {
        String email = "both-" + unique() + "@example.test";
        String here = member(acme, email, "agent");
        Organisation globex = organisation();
        String there = member(globex, email, "agent");
        asOwner(acme).get(MEMBERS + "/" + here).then().body("containsKey('lastSeenAt')", is(false));

        String passport = passport(token(email), acme.slug());

        String tag = asOwner(acme).get(MEMBERS + "/" + here).then().extract().header("ETag");
        String first = asOwner(acme)
                .get(MEMBERS + "/" + here)
                .then()
                .body("lastSeenAt", notNullValue())
                .extract()
                .path("lastSeenAt");
        asOwner(globex).get(MEMBERS + "/" + there).then().body("containsKey('lastSeenAt')", is(false));
        renew(passport).then().statusCode(200);
        asOwner(acme).get(MEMBERS + "/" + here).then().body("lastSeenAt", is(first));
        alter(
                acme,
                "update tenant.member set last_seen_at = last_seen_at - interval '61 seconds' where id = '" + here
                        + "'");
        renew(passport).then().statusCode(200);

        assertThat(asOwner(acme).get(MEMBERS + "/" + here).then().extract().<String>path("lastSeenAt"))
                .isNotEqualTo(first);
        // To be seen is no edit.
        assertThat(asOwner(acme).get(MEMBERS + "/" + here).then().extract().header("ETag"))
                .isEqualTo(tag);
        as(email, acme).get(MEMBERS).then().body("items.id", contains(here));
    }

    private RequestSpecification list(String parameter, String value) {
        return asOwner(acme).queryParam(parameter, value);
    }

    private String called(String name, String role) {
        return asOwner(acme)
                .body(new JsonObject()
                        .put("email", unique() + "@example.test")
                        .put("name", name)
                        .put("role", role)
                        .encode())
                .post(MEMBERS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
