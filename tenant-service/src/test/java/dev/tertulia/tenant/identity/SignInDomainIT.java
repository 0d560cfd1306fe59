package dev.tertulia.tenant.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.local.stack.LoneKeycloak;
import dev.tertulia.tenant.TestWorld;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mail domains that tenants claim, and a real DNS that says whose they are. */
@QuarkusTest
@WithTestResource(WithKeycloak.class)
class SignInDomainIT {
    @Inject
    People people;

    @Nullable
    LoneKeycloak started;

    @Nullable
    TestDns dns;

    private KeycloakWorld world;

    @BeforeEach
    void begin() {
        world = new KeycloakWorld(requireNonNull(started), people);
    }

    @Test
    void aDomainIsTheTenantsOnceDnsSaysSo() {
        Organisation acme = world.organisation();
        String domain = TestWorld.unique() + ".luna.example";

        Response claimed = claim(acme, "  " + domain.toUpperCase(java.util.Locale.ROOT) + ".");

        claimed.then()
                .statusCode(201)
                .body("domain", is(domain))
                .body("verified", is(false))
                .body("verifiedAt", nullValue())
                .body("dnsRecord.type", is("TXT"))
                .body("dnsRecord.name", is("_tertulia-challenge." + domain));
        assertThat(claimed.header("Location")).endsWith("/api/v1/sign-in-domains/" + claimed.path("id"));
        verify(acme, claimed)
                .then()
                .statusCode(409)
                .body("type", is("/problems/sign-in-domain-unproved"))
                .body("detail", containsString(claimed.path("dnsRecord.value")));

        requireNonNull(dns).set(claimed.path("dnsRecord.name"), "what others ask for");
        verify(acme, claimed).then().statusCode(409).body("type", is("/problems/sign-in-domain-unproved"));

        answer(claimed);
        verify(acme, claimed).then().statusCode(200).body("verified", is(true)).body("verifiedAt", notNullValue());
        verify(acme, claimed).then().statusCode(200).body("verified", is(true));
        world.asOwner(acme)
                .get("/api/v1/sign-in-domains/" + claimed.path("id"))
                .then()
                .statusCode(200)
                .body("verified", is(true));
    }

    @Test
    void manyMayClaimADomainAndOneHoldsIt() {
        Organisation acme = world.organisation();
        Organisation globex = world.organisation();
        String domain = TestWorld.unique() + ".example";
        Response ofAcme = claim(acme, domain);
        Response ofGlobex = claim(globex, domain);
        assertThat(ofAcme.<String>path("dnsRecord.value")).isNotEqualTo(ofGlobex.path("dnsRecord.value"));
        // Whoever runs the DNS has set both.
        answer(ofAcme);
        answer(ofGlobex);

        List<Integer> answers = Stream.of(
                        List.of(acme, ofAcme),
                        List.of(globex, ofGlobex),
                        List.of(acme, ofAcme),
                        List.of(globex, ofGlobex))
                .parallel()
                .map(one ->
                        verify((Organisation) one.get(0), (Response) one.get(1)).statusCode())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 200, 409, 409);
        Organisation loser = verify(acme, ofAcme).statusCode() == 409 ? acme : globex;
        Response ofLoser = loser == acme ? ofAcme : ofGlobex;
        verify(loser, ofLoser)
                .then()
                .statusCode(409)
                .body("type", is("/problems/sign-in-domain-taken"))
                .body("detail", not(containsString((loser == acme ? globex : acme).slug())));

        Organisation winner = loser == acme ? globex : acme;
        Response ofWinner = loser == acme ? ofGlobex : ofAcme;
        remove(winner, ofWinner).then().statusCode(204);
        remove(winner, ofWinner).then().statusCode(404);
        verify(loser, ofLoser).then().statusCode(200);
    }

    /** As operations.md says, when a domain was sold. */
    @Test
    void whoRunsTheInstallationFreesADomain() {
        Organisation acme = world.organisation();
        Organisation globex = world.organisation();
        String domain = TestWorld.unique() + ".example";
        Response ofAcme = claim(acme, domain);
        Response ofGlobex = claim(globex, domain);
        answer(ofAcme);
        answer(ofGlobex);
        verify(acme, ofAcme).then().statusCode(200);
        verify(globex, ofGlobex).then().statusCode(409);

        TestWorld.alter(acme, "update tenant.sign_in_domain set verified_at = null where domain = '" + domain + "'");

        verify(globex, ofGlobex).then().statusCode(200);
        verify(acme, ofAcme).then().statusCode(409);
    }

    @Test
    void whatIsNobodysAloneCannotBeClaimed() {
        Organisation acme = world.organisation();
        for (String domain : List.of("gmail.com", "co.uk", "com", "127.0.0.1", "no domain")) {
            claim(acme, domain)
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/validation-failed"))
                    .body("errors.field", hasItem("domain"));
        }
        claim(acme, "panadería-" + acme.slug() + ".example")
                .then()
                .statusCode(201)
                .body("domain", containsString("xn--"));
    }

    @Test
    void aTenantClaimsADomainOnceAndNotTooMany() {
        Organisation acme = world.organisation();
        String domain = TestWorld.unique() + ".example";
        claim(acme, domain).then().statusCode(201);
        claim(acme, domain).then().statusCode(409).body("type", is("/problems/sign-in-domain-exists"));

        List<Integer> answers = Stream.iterate(1, n -> n + 1)
                .limit(24)
                .parallel()
                .map(n -> claim(acme, n + "-" + domain).statusCode())
                .toList();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(19);
        claim(acme, "more-" + domain).then().statusCode(409).body("type", is("/problems/sign-in-domains-too-many"));
        world.asOwner(acme).get("/api/v1/sign-in-domains").then().body("items.size()", is(20));
    }

    @Test
    void whereDnsKeepsSilentThatIsSaid() {
        Organisation acme = world.organisation();
        Response claimed = claim(acme, TestWorld.unique() + ".example");
        requireNonNull(dns).keepSilentAbout(claimed.path("dnsRecord.name"));

        Response answer = verify(acme, claimed);

        answer.then().statusCode(503).body("type", is("/problems/dns-away"));
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    @Test
    void anotherTenantsDomainIsNotThere() {
        Organisation acme = world.organisation();
        Organisation globex = world.organisation();
        Response claimed = claim(acme, TestWorld.unique() + ".example");

        world.asOwner(globex)
                .get("/api/v1/sign-in-domains/" + claimed.path("id"))
                .then()
                .statusCode(404)
                .body("type", is("/problems/sign-in-domain-not-found"));
        verify(globex, claimed).then().statusCode(404);
        remove(globex, claimed).then().statusCode(404);
        world.asOwner(globex).get("/api/v1/sign-in-domains").then().body("items.size()", is(0));
        world.asOwner(acme).get("/api/v1/sign-in-domains").then().body("items.size()", is(1));
    }

    @Test
    void whoDoesNotManageSignInsIsRefused() {
        Organisation acme = world.organisation();
        String agent = world.person("agent@" + KeycloakWorld.domain(acme));
        world.member(acme, agent, "supervisor");

        TestWorld.with(TestWorld.passport(world.token(agent), acme.slug()))
                .body("{\"domain\":\"luna.example\"}")
                .post("/api/v1/sign-in-domains")
                .then()
                .statusCode(403)
                .body("type", is("/problems/permission-missing"));
    }

    private Response claim(Organisation organisation, String domain) {
        return world.asOwner(organisation)
                .body(new JsonObject().put("domain", domain).encode())
                .post("/api/v1/sign-in-domains");
    }

    private Response verify(Organisation organisation, Response claimed) {
        return world.asOwner(organisation).post("/api/v1/sign-in-domains/" + claimed.path("id") + "/verify");
    }

    private Response remove(Organisation organisation, Response claimed) {
        return world.asOwner(organisation).delete("/api/v1/sign-in-domains/" + claimed.path("id"));
    }

    private void answer(Response claimed) {
        requireNonNull(dns).set(claimed.path("dnsRecord.name"), claimed.path("dnsRecord.value"));
    }
}
