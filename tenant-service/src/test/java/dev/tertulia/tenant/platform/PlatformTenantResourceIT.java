package dev.tertulia.tenant.platform;

import static dev.tertulia.tenant.TestWorld.admin;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.newTenant;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.tenant.TestIdentityProvider;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PlatformTenantResourceIT {
    private static final String TENANTS = "/api/v1/platform/tenants";

    @Test
    void aTenantComesWithItsOwner() {
        String slug = "t-" + unique();
        JsonObject tenant = newTenant(slug, "Owner@" + slug + ".test");
        tenant.remove("status");

        admin().body(tenant.encode())
                .post(TENANTS)
                .then()
                .statusCode(201)
                .header("Location", endsWith(TENANTS + "/" + slug))
                .body("slug", is(slug))
                .body("status", is("trialing"));

        asOwner(new Organisation("", slug, "owner@" + slug + ".test"))
                .get("/api/v1/members")
                .then()
                .statusCode(200)
                .body("items.role", contains("owner"))
                .body("items.email", contains("owner@" + slug + ".test"));
    }

    @Test
    void aSlugIsGivenOnce() {
        Organisation acme = organisation();

        admin().body(newTenant(acme.slug(), "other@example.test").encode())
                .post(TENANTS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/slug-taken"));
    }

    @Test
    void tenCreationsOfOneSlugAtOnceGiveOneTenant() {
        String slug = "t-" + unique();
        String body = newTenant(slug, "o@example.test").encode();
        var administrator = passport(
                TestIdentityProvider.token("subject-of-root", "root@tertulia.test")
                        .sign(),
                null);

        List<Integer> answers = IntStream.range(0, 10)
                .parallel()
                .mapToObj(i -> with(administrator).body(body).post(TENANTS).statusCode())
                .toList();

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers).filteredOn(status -> status != 201).containsOnly(409);
    }

    @ParameterizedTest
    @CsvSource({"slug, UPPER", "slug, ab", "country, Colombia", "timezone, nowhere", "locale, xx-nothing-at-all-really"
    })
    void whatMakesNoTenantIsSaid(String field, String value) {
        admin().body(newTenant("t-" + unique(), "o@example.test")
                        .put(field, value)
                        .encode())
                .post(TENANTS)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem(field));
    }

    @Test
    void anOwnerNeedsAnAddress() {
        admin().body(newTenant("t-" + unique(), "nobody").encode())
                .post(TENANTS)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("owner.email"));
    }

    @Test
    void allTenantsAreListedPageByPage() {
        String mark = "p" + unique();
        List<String> expected = IntStream.range(0, 5)
                .mapToObj(i -> {
                    String slug = mark + "-" + i;
                    admin().body(newTenant(slug, "o@example.test").encode())
                            .post(TENANTS)
                            .then()
                            .statusCode(201);
                    return slug;
                })
                .toList()
                .reversed();
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var request = admin().queryParam("q", mark).queryParam("limit", 2);
            var page = (after == null ? request : request.queryParam("after", after))
                    .get(TENANTS)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.slug"));
            after = page.path("nextCursor");
        } while (after != null);

        assertThat(seen).isEqualTo(expected);
        admin().queryParam("q", mark)
                .queryParam("status", "suspended")
                .get(TENANTS)
                .then()
                .body("items.size()", is(0));
    }

    @Test
    void theListSaysByWhichPlanEachLives() {
        String mark = "p" + unique();
        for (String slug : List.of(mark + "-a", mark + "-b")) {
            admin().body(newTenant(slug, "o@example.test").encode())
                    .post(TENANTS)
                    .then()
                    .statusCode(201);
        }
        admin().body("{\"plan\":\"enterprise\"}")
                .post(TENANTS + "/" + mark + "-b/subscription/change")
                .then()
                .statusCode(200);

        admin().queryParam("q", mark).get(TENANTS).then().body("items.plan", contains("enterprise", "business"));
        admin().queryParam("q", mark)
                .queryParam("plan", "business")
                .get(TENANTS)
                .then()
                .body("items.slug", contains(mark + "-a"));
    }

    @Test
    void aSuspensionIsUndone() {
        Organisation acme = organisation();
        admin().body("{\"status\":\"suspended\"}")
                .patch(TENANTS + "/" + acme.slug())
                .then()
                .statusCode(200)
                .body("status", is("suspended"));
        asOwner(acme).get("/api/v1/me").then().body("tenant.status", is("suspended"));

        admin().body("{\"status\":\"active\"}")
                .patch(TENANTS + "/" + acme.slug())
                .then()
                .statusCode(200);

        asOwner(acme).get("/api/v1/me").then().body("tenant.status", is("active"));
    }

    @Test
    void whyATenantIsSuspendedIsSaidToItAndIsInItsAudit() {
        Organisation acme = organisation();
        admin().body("{\"status\":\"suspended\",\"reason\":\"The invoice of May is unpaid.\"}")
                .patch(TENANTS + "/" + acme.slug())
                .then()
                .statusCode(200)
                .body("statusReason", is("The invoice of May is unpaid."));
        asOwner(acme).get("/api/v1/tenant").then().body("statusReason", is("The invoice of May is unpaid."));
        asOwner(acme)
                .body("{\"statusReason\":\"Paid.\"}")
                .patch("/api/v1/tenant")
                .then()
                .statusCode(422);

        admin().body("{\"status\":\"active\"}")
                .patch(TENANTS + "/" + acme.slug())
                .then()
                .statusCode(200)
                .body("statusReason", nullValue());

        UUID id = UUID.fromString(acme.id());
        await().untilAsserted(() -> assertThat(PublishedAudit.await(id, 4))
                .filteredOn(record -> record.contains("The invoice of May is unpaid."))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record).contains("\"platform_admin\"")));
    }

    @Test
    void aTenantThatDoesNotExistIsNotFound() {
        admin().get(TENANTS + "/no-such-" + unique()).then().statusCode(404);
        admin().body("{\"status\":\"active\"}")
                .patch(TENANTS + "/no-such-" + unique())
                .then()
                .statusCode(404);
        admin().body("{\"email\":\"a@example.test\",\"role\":\"agent\"}")
                .post(TENANTS + "/no-such-" + unique() + "/members")
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyElseGetsIn() {
        Organisation acme = organisation();

        asOwner(acme).get(TENANTS).then().statusCode(403).body("permissions", contains("platform:tenants"));
        asOwner(acme).get(TENANTS + "/" + acme.slug()).then().statusCode(403);
        asOwner(acme)
                .body(newTenant("t-" + unique(), "o@example.test").encode())
                .post(TENANTS)
                .then()
                .statusCode(403);
        given().get(TENANTS).then().statusCode(401);
    }

    @Test
    void aSecondOwnerCannotBeAdded() {
        admin().body("{\"email\":\"b@example.test\",\"role\":\"owner\"}")
                .post(TENANTS + "/" + organisation().slug() + "/members")
                .then()
                .statusCode(422);
    }
}
