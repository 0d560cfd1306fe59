package dev.tertulia.tenant.tenant;

import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TenantResourceIT {
    private static final String TENANT = "/api/v1/tenant";

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void everyMemberSeesTheirTenantAndNoOther() {
        asNew(acme, "agent")
                .get(TENANT)
                .then()
                .statusCode(200)
                .body("id", is(acme.id()))
                .body("slug", is(acme.slug()))
                .body("locale", is("es"))
                .body("timezone", is("UTC"))
                .body("country", is("CO"))
                .body("status", is("active"));
        asOwner(organisation()).get(TENANT).then().body("id", not(acme.id()));
    }

    @Test
    void aPatchChangesWhatItNames() {
        String domain = "d" + unique() + ".example";
        asOwner(acme)
                .body("{\"name\":\"Acme\",\"website\":\"https://acme.example\",\"domain\":\"" + domain
                        + "\",\"locale\":\"pt-BR\",\"timezone\":\"America/Sao_Paulo\",\"country\":\"BR\"}")
                .patch(TENANT)
                .then()
                .statusCode(200);

        asOwner(acme)
                .contentType("application/merge-patch+json")
                .body("{\"website\":null,\"phone\":\"+55 11 5550123\"}")
                .patch(TENANT)
                .then()
                .statusCode(200)
                .body("name", is("Acme"))
                .body("domain", is(domain))
                .body("locale", is("pt-BR"))
                .body("timezone", is("America/Sao_Paulo"))
                .body("country", is("BR"))
                .body("phone", is("+55 11 5550123"))
                .body("containsKey('website')", is(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"\"} | name",
                "{\"name\":null} | name",
                "{\"locale\":\"klingon\"} | locale",
                "{\"timezone\":\"Mars/Olympus\"} | timezone",
                "{\"country\":\"XX\"} | country",
                "{\"email\":\"nobody\"} | email",
                "{\"website\":\"javascript:alert(1)\"} | website",
                "{\"domain\":\"UPPER.example\"} | domain",
                "{\"slug\":\"other\"} | slug",
                "{\"status\":\"cancelled\"} | status",
                "{\"id\":\"0199b0c4-5d2e-7a31-8e4b-1f6a2c9d7b50\"} | id",
                "{\"nonsense\":1} | nonsense"
            })
    void whatCannotBeIsSaid(String patch, String field) {
        asOwner(acme)
                .body(patch)
                .patch(TENANT)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @Test
    void aStaleChangeIsRefused() {
        String tag = asOwner(acme).get(TENANT).then().extract().header("ETag");
        String next = asOwner(acme)
                .header("If-Match", tag)
                .body("{\"name\":\"First\"}")
                .patch(TENANT)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(next).isNotEqualTo(tag);

        asOwner(acme)
                .header("If-Match", tag)
                .body("{\"name\":\"Second\"}")
                .patch(TENANT)
                .then()
                .statusCode(412);
        asOwner(acme).get(TENANT).then().body("name", is("First")).header("ETag", is(next));
    }

    @Test
    void aDomainBelongsToOneTenant() {
        String patch = "{\"domain\":\"d" + unique() + ".example\"}";
        asOwner(acme).body(patch).patch(TENANT).then().statusCode(200);

        asOwner(organisation())
                .body(patch)
                .patch(TENANT)
                .then()
                .statusCode(409)
                .body("type", is("/problems/domain-taken"));
    }

    @Test
    void onlyWhoMayManageItChangesIt() {
        asNew(acme, "supervisor")
                .body("{\"name\":\"Mine\"}")
                .patch(TENANT)
                .then()
                .statusCode(403)
                .body("permissions", contains("tenant:manage"));
    }
}
