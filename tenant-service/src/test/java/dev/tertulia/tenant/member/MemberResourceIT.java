package dev.tertulia.tenant.member;

import static dev.tertulia.tenant.TestWorld.as;
import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MemberResourceIT {
    private static final String PROBLEM = "application/problem+json";

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void aMemberIsAddedByAddress() {
        asOwner(acme)
                .body(
                        "{\"email\":\"Marta@Example.test\",\"name\":\"Marta\",\"role\":\"agent\",\"permissions\":[\"labels:manage\"]}")
                .post("/api/v1/members")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/members/"))
                .header("ETag", notNullValue())
                .body("email", is("marta@example.test"))
                .body("name", is("Marta"))
                .body("role", is("agent"))
                .body("permissions", contains("labels:manage"))
                .body("active", is(true));
    }

    @Test
    void anAddressIsAMemberOnce() {
        member(acme, "ann@example.test", "agent");

        asOwner(acme)
                .body("{\"email\":\"ANN@example.test\",\"role\":\"viewer\"}")
                .post("/api/v1/members")
                .then()
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", is("/problems/member-exists"));
    }

    @Test
    void aRepetitionAddsNobody() {
        String key = unique();
        String body = "{\"email\":\"once@example.test\",\"role\":\"agent\"}";
        String first = asOwner(acme)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        asOwner(acme)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/members")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", is(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"agent\"}",
                "{\"email\":\"no address\",\"role\":\"agent\"}",
                "{\"email\":\"a@example.test\"}",
                "{\"email\":\"a@example.test\",\"role\":\"owner\"}",
                "{\"email\":\"a@example.test\",\"role\":\"platform_admin\"}",
                "{\"email\":\"a@example.test\",\"role\":\"boss\"}",
                "{\"email\":\"a@example.test\",\"role\":\"agent\",\"permissions\":[\"platform:tenants\"]}",
                "{\"email\":\"a@example.test\",\"role\":\"agent\",\"permissions\":[\"nonsense\"]}",
                "{\"email\":\"a@example.test\",\"role\":\"agent\",\"permissions\":[null]}",
                "{\"email\":\"a@example.test\",\"role\":\"agent\",\"unknown\":1}"
            })
    void whatMakesNoMemberIsSaid(String body) {
        asOwner(acme).body(body).post("/api/v1/members").then().statusCode(422).contentType(PROBLEM);
    }

    @Test
    void theListIsPagedInTheOrderInWhichTheyCame() {
        List<String> expected = new ArrayList<>(List.of(acme.ownerEmail()));
        IntStream.range(0, 6).forEach(i -> {
            String email = "m" + i + "@example.test";
            member(acme, email, "agent");
            expected.add(email);
        });
        List<String> seen = new ArrayList<>();
        String after = "";
        RequestSpecification owner;
        do {
            owner = asOwner(acme).queryParam("limit", 3);
            Response page = after.isEmpty()
                    ? owner.get("/api/v1/members")
                    : owner.queryParam("after", after).get("/api/v1/members");
            seen.addAll(page.then().statusCode(200).extract().path("items.email"));
            String next = page.path("nextCursor");
            after = next == null ? "" : next;
        } while (!after.isEmpty());

        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void membersAreFoundByPartOfNameOrAddress() {
        asOwner(acme)
                .body("{\"email\":\"x@example.test\",\"name\":\"Ñandú Pérez\",\"role\":\"agent\"}")
                .post("/api/v1/members");
        member(acme, "needle_%@example.test", "agent");

        asOwner(acme)
                .queryParam("q", "ÑANDÚ")
                .get("/api/v1/members")
                .then()
                .body("items.email", contains("x@example.test"));
        asOwner(acme).queryParam("q", "dle_%").get("/api/v1/members").then().body("items", hasSize(1));
        asOwner(acme)
                .queryParam("q", "nobody at all")
                .get("/api/v1/members")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void anAgentSeesThemselfAndNobodyElse() {
        String email = "ag-" + unique() + "@example.test";
        String own = member(acme, email, "agent");
        String other = member(acme, "other@example.test", "agent");

        as(email, acme).get("/api/v1/members").then().statusCode(200).body("items.id", contains(own));
        as(email, acme).get("/api/v1/members/" + own).then().statusCode(200);
        as(email, acme).get("/api/v1/members/" + other).then().statusCode(404);
        as(email, acme)
                .body("{\"role\":\"admin\"}")
                .patch("/api/v1/members/" + own)
                .then()
                .statusCode(403)
                .body("permissions", hasItem("members:manage"));
    }

    @Test
    void aViewerChangesNobody() {
        asNew(acme, "viewer").get("/api/v1/members").then().statusCode(200);
        asNew(acme, "viewer")
                .body("{\"email\":\"a@example.test\",\"role\":\"agent\"}")
                .post("/api/v1/members")
                .then()
                .statusCode(403)
                .body("type", is("/problems/permission-missing"))
                .body("permissions", contains("members:manage"));
    }

    @Test
    void aStaleChangeIsRefused() {
        String id = member(acme, "stale@example.test", "agent");
        String tag = asOwner(acme).get("/api/v1/members/" + id).then().extract().header("ETag");

        String next = asOwner(acme)
                .header("If-Match", tag)
                .body("{\"role\":\"viewer\"}")
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(200)
                .body("role", is("viewer"))
                .extract()
                .header("ETag");
        assertThat(next).isNotEqualTo(tag);

        asOwner(acme)
                .header("If-Match", tag)
                .body("{\"role\":\"admin\"}")
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(412)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"new@example.test\"}",
                "{\"id\":\"0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60\"}",
                "{\"active\":null}",
                "{\"role\":null}",
                "{\"role\":\"owner\"}",
                "{\"permissions\":[\"nonsense\"]}",
                "[]"
            })
    void whatCannotBeChangedIsSaid(String patch) {
        String id = member(acme, "fixed@example.test", "agent");

        asOwner(acme)
                .body(patch)
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(422)
                .contentType(PROBLEM);
        asOwner(acme)
                .get("/api/v1/members/" + id)
                .then()
                .body("role", is("agent"))
                .body("active", is(true));
    }

    @Test
    void theOwnerIsProtected() {
        String ownerId = asOwner(acme).get("/api/v1/me").then().extract().path("actor.memberId");

        for (String patch : List.of("{\"role\":\"admin\"}", "{\"active\":false}")) {
            asNew(acme, "admin")
                    .body(patch)
                    .patch("/api/v1/members/" + ownerId)
                    .then()
                    .statusCode(403)
                    .body("type", is("/problems/owner-protected"));
        }
    }

    @Test
    void nobodyChangesThemself() {
        String email = "adm-" + unique() + "@example.test";
        String own = member(acme, email, "admin");

        as(email, acme)
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + own)
                .then()
                .statusCode(403)
                .body("type", is("/problems/own-membership"));
    }

    @Test
    void aSupervisorManagesAgentsOnly() {
        String agent = member(acme, "led@example.test", "agent");
        String admin = member(acme, "admin@example.test", "admin");
        RequestSpecification supervisor = asNew(acme, "supervisor");

        supervisor
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + agent)
                .then()
                .statusCode(200)
                .body("active", is(false));
        asNew(acme, "supervisor")
                .body("{\"role\":\"viewer\",\"active\":true}")
                .patch("/api/v1/members/" + agent)
                .then()
                .statusCode(200);
        asNew(acme, "supervisor")
                .body("{\"role\":\"admin\"}")
                .patch("/api/v1/members/" + agent)
                .then()
                .statusCode(403);
        asNew(acme, "supervisor")
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + admin)
                .then()
                .statusCode(403);
        asNew(acme, "supervisor")
                .body("{\"permissions\":[\"channels:manage\"]}")
                .patch("/api/v1/members/" + agent)
                .then()
                .statusCode(403)
                .body("type", is("/problems/beyond-own-permissions"))
                .body("permissions", contains("channels:manage"));
        asNew(acme, "supervisor")
                .body("{\"email\":\"a@example.test\",\"role\":\"agent\"}")
                .post("/api/v1/members")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherTenantsMemberDoesNotExist() {
        String id = member(acme, "hidden@example.test", "agent");
        Organisation globex = organisation();

        asOwner(globex)
                .get("/api/v1/members/" + id)
                .then()
                .statusCode(404)
                .body("type", is("/problems/member-not-found"));
        asOwner(globex)
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(404);
        asOwner(globex).get("/api/v1/members").then().body("items", hasSize(1));
        asOwner(acme).get("/api/v1/members/" + id).then().body("active", is(true));
    }
}
