package dev.tertulia.tenant.identity;

import static dev.tertulia.tenant.identity.KeycloakWorld.CLIENT_SECRET;
import static dev.tertulia.tenant.identity.KeycloakWorld.LIMIT;
import static dev.tertulia.tenant.identity.KeycloakWorld.PASSWORD;
import static dev.tertulia.tenant.identity.KeycloakWorld.alias;
import static dev.tertulia.tenant.identity.KeycloakWorld.domain;
import static dev.tertulia.tenant.identity.KeycloakWorld.passportFor;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.local.stack.LoneKeycloak;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld;
import dev.tertulia.tenant.TestWorld.Organisation;
import dev.tertulia.tenant.ownprovider.OwnProviderInventory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changes a real Keycloak behind our back. */
@QuarkusTest
@WithTestResource(WithKeycloak.class)
class RealmIT {
    @Inject
    People people;

    @Inject
    OwnProviderInventory ownProviders;

    @Nullable
    LoneKeycloak started;

    @Nullable
    TestDns dns;

    private KeycloakWorld world;

    @BeforeEach
    void begin() {
        world = new KeycloakWorld(requireNonNull(started), people);
        // Whatever other tests have left.
        world.reconcile(true).then().statusCode(200);
    }

    @Test
    void whatWasChangedIsShownAndMended() {
        Organisation acme = withProvider();
        Organisation globex = withProvider();
        assertThat(findings(false)).noneMatch(finding -> finding.getBoolean("repairable"));

        world.administer("PUT", "/tertulia", new JsonObject().put("bruteForceProtected", false));
        change("/tertulia/clients/" + world.console().path("id").asText(), "implicitFlowEnabled", true);
        String mapper = mapperOf("how they signed in");
        world.administer(
                "DELETE",
                "/tertulia/clients/" + world.console().path("id").asText() + "/protocol-mappers/models/" + mapper,
                null);
        setRequirement("browser", "auth-otp-form", "DISABLED");
        setRequirement("first%20broker%20login", "idp-review-profile", "REQUIRED");
        JsonObject organization = organization(acme);
        world.administer(
                "PUT",
                "/tertulia/organizations/" + organization.getString("id"),
                organization.put(
                        "domains",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("name", "captured-" + TestWorld.unique() + ".example")
                                        .put("verified", true))));
        change("/tertulia/identity-provider/instances/" + alias(acme), "trustEmail", true);
        world.administer("DELETE", "/tertulia/identity-provider/instances/" + alias(globex), null);
        JsonObject policy = new JsonObject(
                world.administer("GET", "/tertulia/users/profile", null).toString());
        policy.getJsonArray("attributes").getJsonObject(1).remove("validations");
        world.administer("PUT", "/tertulia/users/profile", policy);

        List<JsonObject> shown = findings(false);

        assertThat(shown)
                .extracting(finding -> finding.getString("kind") + " " + finding.getString("subject"))
                .contains(
                        "realm-setting bruteForceProtected",
                        "client console: implicitFlowEnabled",
                        "client-mapper console: how they signed in",
                        "sign-in-step browser: auth-otp-form",
                        "sign-in-step first broker login: idp-review-profile",
                        "organization " + alias(acme),
                        "identity-provider " + alias(acme),
                        "identity-provider " + alias(globex),
                        "user-profile email");
        assertThat(shown)
                .filteredOn(finding -> finding.getString("subject").equals(alias(acme)))
                .anySatisfy(finding -> {
                    assertThat(finding.getString("expected")).contains("trustEmail: false");
                    assertThat(finding.getString("found")).contains("trustEmail: true");
                })
                .anySatisfy(finding -> {
                    assertThat(finding.getString("expected")).contains(domain(acme));
                    assertThat(finding.getString("found")).contains("captured-");
                });
        // Nothing was changed by looking.
        assertThat(findings(false)).hasSameSizeAs(shown);

        assertThat(findings(true))
                .filteredOn(finding -> finding.getBoolean("repairable"))
                .isNotEmpty()
                .allMatch(finding -> finding.getBoolean("repaired"));

        assertThat(findings(false)).noneMatch(finding -> finding.getBoolean("repairable"));
        assertThat(world.administer("GET", "/tertulia", null)
                        .path("bruteForceProtected")
                        .asBoolean())
                .isTrue();
        assertThat(organization(acme).getJsonArray("domains").encode()).contains(domain(acme));
        assertThat(world.administer("GET", "/tertulia/identity-provider/instances/" + alias(globex), null)
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatTheTenantChangedSinceItWasComparedIsMendedAsTheTenantHasItNow() {
        Organisation acme = withProvider();
        change("/tertulia/identity-provider/instances/" + alias(acme), "trustEmail", true);
        List<Finding> findings = ownProviders.compare().await().atMost(LIMIT).stream()
                .filter(finding -> finding.subject().equals(alias(acme)))
                .toList();
        world.asOwner(acme)
                .body(new JsonObject()
                        .put("issuer", world.issuer())
                        .put("clientId", "tertulia")
                        .put("enabled", false)
                        .encode())
                .put("/api/v1/identity-provider")
                .then()
                .statusCode(200);
        awaitActive(acme);

        assertThat(findings)
                .singleElement()
                .satisfies(finding ->
                        requireNonNull(finding.repair()).get().await().atMost(LIMIT));

        JsonNode instance = world.administer("GET", "/tertulia/identity-provider/instances/" + alias(acme), null);
        assertThat(instance.path("enabled").asBoolean()).isFalse();
        assertThat(instance.path("trustEmail").asBoolean()).isFalse();
    }

    @Test
    void aRepairWaitsForTheReplicaThatIsAtIt() {
        Organisation acme = withProvider();
        world.administer("DELETE", "/tertulia/identity-provider/instances/" + alias(acme), null);
        TestSql.execute(
                "insert into tenant.identity_provider_sync (tenant, holder, held_until)"
                        + " values (?, gen_random_uuid(), now() + interval '8 seconds')",
                UUID.fromString(acme.id()));

        List<JsonObject> shown = findings(true);

        assertThat(shown)
                .filteredOn(finding -> finding.getString("subject").equals(alias(acme)))
                .isNotEmpty()
                .allMatch(finding -> finding.getBoolean("repaired"));
        assertThat(world.administer("GET", "/tertulia/identity-provider/instances/" + alias(acme), null)
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatNobodyOfUsMadeIsShownAndLeftAlone() {
        String name = "by-hand-" + TestWorld.unique();
        world.administer("POST", "/tertulia/clients", new JsonObject().put("clientId", name));
        world.administer(
                "POST",
                "/tertulia/identity-provider/instances",
                new JsonObject()
                        .put("alias", name)
                        .put("providerId", "oidc")
                        .put(
                                "config",
                                new JsonObject()
                                        .put("clientId", "c")
                                        .put("clientSecret", "s")
                                        .put("authorizationUrl", "https://login.example/a")
                                        .put("tokenUrl", "https://login.example/t")));
        world.administer(
                "POST",
                "/tertulia/organizations",
                new JsonObject()
                        .put("name", name)
                        .put("alias", name)
                        .put("domains", new JsonArray().add(new JsonObject().put("name", name + ".example"))));
        // As if the row of the tenant had been lost.
        String stray = "tenant-" + UUID.randomUUID();
        world.administer(
                "POST",
                "/tertulia/organizations",
                new JsonObject()
                        .put("name", stray)
                        .put("alias", stray)
                        .put("domains", new JsonArray().add(new JsonObject().put("name", stray + ".example"))));

        List<JsonObject> shown = findings(true);

        assertThat(shown)
                .filteredOn(finding -> finding.getString("subject").equals(name))
                .hasSize(3)
                .noneMatch(finding -> finding.getBoolean("repairable"))
                .extracting(finding -> finding.getString("kind"))
                .containsExactlyInAnyOrder("unknown-client", "unknown-identity-provider", "organization");
        assertThat(shown)
                .filteredOn(finding -> finding.getString("subject").equals(stray))
                .singleElement()
                .satisfies(finding -> assertThat(finding.getBoolean("repaired")).isTrue());
        assertThat(findings(false))
                .extracting(finding -> finding.getString("subject"))
                .contains(name)
                .doesNotContain(stray);
        world.administer("DELETE", "/tertulia/identity-provider/instances/" + name, null);
    }

    @Test
    void aSecretThatDoesNotOpenIsShownAndKeepsNobodyFromLookingAtTheRest() {
        Organisation acme = withProvider();
        Organisation globex = withProvider();
        TestSql.execute(
                "update tenant.identity_provider set client_secret = 'lost' where tenant_id = ?",
                UUID.fromString(acme.id()));
        world.administer("DELETE", "/tertulia/identity-provider/instances/" + alias(globex), null);

        List<JsonObject> shown = findings(true);

        assertThat(shown)
                .filteredOn(finding -> finding.getString("subject").equals(alias(acme)))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.getBoolean("repairable")).isFalse());
        // What works at Keycloak goes on working.
        assertThat(world.administer("GET", "/tertulia/identity-provider/instances/" + alias(acme), null)
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(shown)
                .filteredOn(finding -> finding.getString("subject").equals(alias(globex)))
                .isNotEmpty()
                .allMatch(finding -> finding.getBoolean("repaired"));
    }

    @Test
    void accountsThatAreGoneOrChangedAreShown() {
        Organisation acme = world.organisation();
        List<String> users = new ArrayList<>();
        List<String> emails = new ArrayList<>();
        for (String name : List.of("gone", "disabled", "renamed", "unverified")) {
            String email = world.person(name + "@" + domain(acme));
            world.member(acme, email, "agent");
            users.add(passportFor(world.token(email), acme.slug())
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("actor.id"));
            emails.add(email);
        }
        world.administer("DELETE", account(emails.get(0)), null);
        change(account(emails.get(1)), "enabled", false);
        change(account(emails.get(2)), "email", "another@" + domain(acme));
        change(account(emails.get(3)), "emailVerified", false);

        List<JsonObject> shown = findings(true);

        for (int i = 0; i < users.size(); i++) {
            String kind = List.of(
                            "person-missing", "person-disabled", "person-email-changed", "person-email-unverified")
                    .get(i);
            String user = users.get(i);
            assertThat(shown)
                    .filteredOn(finding -> finding.getString("subject").equals(user))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.getString("kind")).isEqualTo(kind);
                        assertThat(finding.getBoolean("repairable")).isFalse();
                    });
        }
    }

    @Test
    void anAccountWhoseAddressWasChangedGoesWithItsErasedTenant() {
        Organisation acme = world.organisation();
        String ann = world.person("ann@" + domain(acme));
        String bob = world.person("bob@" + domain(acme));
        world.member(acme, ann, "agent");
        // He never signs in.
        world.member(acme, bob, "agent");
        passportFor(world.token(ann), acme.slug()).then().statusCode(200);
        String account = account(ann);
        String other = "another@" + domain(acme);
        world.administer(
                "PUT",
                account,
                new JsonObject(world.administer("GET", account, null).toString())
                        .put("email", other)
                        .put("username", other));

        String tenant = "/api/v1/platform/tenants/" + acme.slug();
        world.admin().body("{\"status\":\"cancelled\"}").patch(tenant).then().statusCode(200);
        world.admin()
                .body("{\"confirm\":\"" + acme.slug() + "\",\"exportWaived\":true}")
                .post(tenant + "/erasures")
                .then()
                .statusCode(202);

        await().atMost(LIMIT)
                .until(() -> world.account(other).isMissingNode()
                        && world.account(bob).isMissingNode());
    }

    @Test
    void whoTriesPasswordsIsLockedOut() {
        String ann = world.person("ann@" + TestWorld.unique() + ".test");
        String bob = world.person("bob@" + TestWorld.unique() + ".test");
        for (int n = 0; n < 10; n++) {
            world.passwordGrant(ann, "wrong " + n).then().statusCode(400);
        }

        await().atMost(LIMIT)
                .until(() -> world.administer(
                                "GET",
                                "/tertulia/attack-detection/brute-force/users/"
                                        + world.account(ann).path("id").asText(),
                                null)
                        .path("disabled")
                        .asBoolean());

        world.passwordGrant(ann, PASSWORD).then().statusCode(400);
        world.passwordGrant(bob, PASSWORD).then().statusCode(200);
    }

    @Test
    void aPasswordThatThePolicyRefusesIsRefusedWithTheReason() {
        String email = "a@" + TestWorld.unique() + ".test";
        assertRefused(new NewPerson(email, "Ann", "en", "short"), "minimum length 10");
        assertRefused(new NewPerson(email, "Ann", "en", email), "must not be equal to the");
        assertThat(world.account(email).isMissingNode()).isTrue();
        world.person(email);
        world.passwordGrant(email, PASSWORD).then().statusCode(200);
    }

    private void assertRefused(NewPerson person, String reason) {
        assertThatThrownBy(() -> people.register(person).await().atMost(LIMIT))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problemType()).isEqualTo(IdentityProblem.PASSWORD_REFUSED);
                    assertThat(problem.getDetail()).contains(reason);
                });
    }

    private List<JsonObject> findings(boolean repair) {
        JsonArray findings = new JsonObject(
                        world.reconcile(repair).then().statusCode(200).extract().asString())
                .getJsonArray("findings");
        return StreamSupport.stream(findings.spliterator(), false)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** A tenant whose own provider is at Keycloak. */
    private Organisation withProvider() {
        Organisation organisation = world.organisation();
        var claimed = world.asOwner(organisation)
                .body(new JsonObject().put("domain", domain(organisation)).encode())
                .post("/api/v1/sign-in-domains");
        requireNonNull(dns).set(claimed.path("dnsRecord.name"), claimed.path("dnsRecord.value"));
        world.asOwner(organisation)
                .post("/api/v1/sign-in-domains/" + claimed.path("id") + "/verify")
                .then()
                .statusCode(200);
        world.asOwner(organisation)
                .body(new JsonObject()
                        .put("issuer", world.issuer())
                        .put("clientId", "tertulia")
                        .put("clientSecret", CLIENT_SECRET)
                        .encode())
                .put("/api/v1/identity-provider")
                .then()
                .statusCode(200);
        awaitActive(organisation);
        return organisation;
    }

    private void awaitActive(Organisation organisation) {
        await().atMost(LIMIT)
                .untilAsserted(() -> world.asOwner(organisation)
                        .get("/api/v1/identity-provider")
                        .then()
                        .body("state", is("active")));
    }

    private JsonObject organization(Organisation organisation) {
        return new JsonObject(world.administer(
                        "GET", "/tertulia/organizations?briefRepresentation=false&search=" + alias(organisation), null)
                .path(0)
                .toString());
    }

    private String account(String email) {
        return "/tertulia/users/" + world.account(email).path("id").asText();
    }

    private String mapperOf(String name) {
        for (JsonNode mapper : world.console().path("protocolMappers")) {
            if (mapper.path("name").asText().equals(name)) {
                return mapper.path("id").asText();
            }
        }
        throw new AssertionError("No mapper " + name);
    }

    private void change(String path, String name, Object value) {
        JsonObject found = new JsonObject(world.administer("GET", path, null).toString());
        world.administer("PUT", path, found.put(name, value));
    }

    private void setRequirement(String flow, String step, String requirement) {
        String path = "/tertulia/authentication/flows/" + flow + "/executions";
        for (JsonNode execution : world.administer("GET", path, null)) {
            if (execution.path("providerId").asText().equals(step)) {
                world.administer("PUT", path, new JsonObject(execution.toString()).put("requirement", requirement));
                return;
            }
        }
        throw new AssertionError("No step " + step);
    }
}
