package dev.tertulia.tenant.identity;

import static dev.tertulia.tenant.identity.KeycloakWorld.CLIENT_SECRET;
import static dev.tertulia.tenant.identity.KeycloakWorld.LIMIT;
import static dev.tertulia.tenant.identity.KeycloakWorld.PASSWORD;
import static dev.tertulia.tenant.identity.KeycloakWorld.alias;
import static dev.tertulia.tenant.identity.KeycloakWorld.claims;
import static dev.tertulia.tenant.identity.KeycloakWorld.domain;
import static dev.tertulia.tenant.identity.KeycloakWorld.newBrowser;
import static dev.tertulia.tenant.identity.KeycloakWorld.passportFor;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.local.stack.LoneKeycloak;
import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld.Organisation;
import dev.tertulia.tenant.identity.Browser.Page;
import dev.tertulia.tenant.identity.KeycloakWorld.SignIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tenants bring identity providers, by which people sign in at a real Keycloak; another realm of it plays the provider. */
@QuarkusTest
@WithTestResource(WithKeycloak.class)
class OwnProviderIT {
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
    void aPersonSignsInByTheTenantsProviderAndIsLetIntoThatTenantOnly() {
        Organisation acme = world.organisation();
        Organisation globex = world.organisation();
        String ana = "ana@" + domain(acme);
        String member = world.member(acme, ana, "agent");
        world.member(globex, ana, "admin");
        String provider = world.providerOf(ana);
        bring(acme, provider, false);

        SignIn signIn = newBrowser();
        String token = world.token(signIn, signInAtProvider(signIn, ana));

        assertThat(claims(token).getString("identity_provider")).isEqualTo(alias(acme));
        assertThat(claims(token).getString("identity_provider_email")).isEqualTo(ana);
        // What the tenant's provider says is nothing that others are to believe.
        assertThat(claims(token).getBoolean("email_verified")).isFalse();
        passportFor(token, acme.slug()).then().statusCode(200).body("actor.memberId", is(member));
        passportFor(token, null).then().statusCode(200).body("tenantId", is(acme.id()));
        refused(passportFor(token, globex.slug()), "signed-in-for-another-tenant");

        // The next time by the same way, as the same.
        SignIn again = newBrowser();
        String next = world.token(again, signInAtProvider(again, ana));
        assertThat(claims(next).getString("sub")).isEqualTo(claims(token).getString("sub"));
        assertThat(claims(next).getString("identity_provider_email")).isEqualTo(ana);
        passportFor(next, acme.slug()).then().statusCode(200);
    }

    @Test
    void aHostileProviderMakesNobodyOfAnotherDomain() {
        Organisation hostile = world.organisation();
        Organisation victims = world.organisation();
        String victim = victims.ownerEmail();
        String stranger = "stranger@" + domain(victims);
        String provider = world.providerOf(victim, stranger);
        bring(hostile, provider, false);

        for (String email : new String[] {victim, stranger}) {
            SignIn signIn = newBrowser();
            // The way round the question for the address.
            Page atProvider = KeycloakWorld.signIn(signIn, world.issuer(), alias(hostile));
            Page end = signIn.browser().submit(atProvider, Map.of("username", email, "password", PASSWORD));
            assertThat(end.address().toString()).startsWith(world.issuer());
            assertThat(end.has("form[action]")).isFalse();
        }

        // Neither linked to who was there, nor is the address taken for a new one.
        JsonNode account = world.account(victim);
        assertThat(world.administer(
                        "GET", "/tertulia/users/" + account.path("id").asText() + "/federated-identity", null))
                .isEmpty();
        assertThat(world.account(stranger).isMissingNode()).isTrue();
        passportFor(world.token(victim), victims.slug()).then().statusCode(200);
    }

    @Test
    void whoHasAnAccountConnectsItWithItsPassword() {
        Organisation acme = world.organisation();
        String bob = world.person("bob@" + domain(acme));
        String member = world.member(acme, bob, "agent");
        passportFor(world.token(bob), acme.slug()).then().statusCode(200).body("actor.memberId", is(member));
        String provider = world.providerOf(bob);
        bring(acme, provider, true);

        refused(passportFor(world.token(bob), acme.slug()), "own-sign-in-required");
        passportFor(world.token(bob), acme.slug()).then().body("hint", is(alias(acme)));
        // The owner has the same domain.
        passportFor(world.token(acme.ownerEmail()), acme.slug()).then().statusCode(200);

        SignIn signIn = newBrowser();
        Page atProvider = KeycloakWorld.signIn(signIn, world.issuer(), alias(acme));
        assertThat(atProvider.address().toString()).startsWith(provider);
        Page confirm = signIn.browser().submit(atProvider, Map.of("username", bob, "password", PASSWORD));
        Page password = signIn.browser().submit(confirm, Map.of("submitAction", "linkAccount"));
        // The provider alone is not enough to become who was there before.
        Page wrong = signIn.browser().submit(password, Map.of("password", "not the password"));
        assertThat(wrong.text()).contains("Invalid");
        Page done = signIn.browser().submit(wrong, Map.of("password", PASSWORD));

        String token = world.token(signIn, done);
        assertThat(claims(token).getString("email")).isEqualTo(bob);
        passportFor(token, acme.slug()).then().statusCode(200).body("actor.memberId", is(member));
    }

    @Test
    void whoHasAnAccountIsShownTheProviderBesideThePassword() {
        Organisation acme = world.organisation();
        String bob = world.person("bob@" + domain(acme));
        String provider = world.providerOf(bob);
        bring(acme, provider, false);

        SignIn signIn = newBrowser();
        Page first = KeycloakWorld.signIn(signIn, world.issuer(), null);
        Page second = signIn.browser().submit(first, Map.of("username", bob));

        assertThat(second.has("input[name=password]")).isTrue();
        Page atProvider = signIn.browser().follow(second, "a[href*=" + alias(acme) + "]");
        assertThat(atProvider.address().toString()).startsWith(provider);
        // And the password works as before.
        SignIn another = newBrowser();
        Page password =
                another.browser().submit(KeycloakWorld.signIn(another, world.issuer(), null), Map.of("username", bob));
        Page done = another.browser().submit(password, Map.of("username", bob, "password", PASSWORD));
        assertThat(done.address().toString()).startsWith(KeycloakWorld.CONSOLE);
    }

    @Test
    void whoCallsTheirAccountAnotherIsNotTheOther() {
        Organisation acme = world.organisation();
        String ana = "ana@" + domain(acme);
        String chief = "chief@" + domain(acme);
        world.member(acme, chief, "admin");
        bring(acme, world.providerOf(ana), false);
        SignIn first = newBrowser();
        String before = world.token(first, signInAtProvider(first, ana));
        refused(passportFor(before, acme.slug()), "not-a-member");

        JsonNode account = world.account(ana);
        world.administer(
                "PUT",
                "/tertulia/users/" + account.path("id").asText(),
                new JsonObject(account.toString()).put("email", chief).put("username", chief));
        SignIn second = newBrowser();
        Page atProvider = KeycloakWorld.signIn(second, world.issuer(), alias(acme));
        String token =
                world.token(second, second.browser().submit(atProvider, Map.of("username", ana, "password", PASSWORD)));

        assertThat(claims(token).getString("email")).isEqualTo(chief);
        refused(passportFor(token, acme.slug()), "own-sign-in-not-accepted");
    }

    @Test
    void whatIsSwitchedOffOrRemovedLetsNobodyInAndGoesFromKeycloak() {
        Organisation acme = world.organisation();
        String ana = "ana@" + domain(acme);
        world.member(acme, ana, "agent");
        String provider = world.providerOf(ana);
        String domain = bring(acme, provider, false);
        SignIn signIn = newBrowser();
        String token = world.token(signIn, signInAtProvider(signIn, ana));
        passportFor(token, acme.slug()).then().statusCode(200);

        set(
                        acme,
                        new JsonObject()
                                .put("issuer", provider)
                                .put("clientId", "tertulia")
                                .put("enabled", false))
                .then()
                .statusCode(200)
                .body("enabled", is(false));
        refused(passportFor(token, acme.slug()), "own-sign-in-not-accepted");
        awaitState(acme, "active");
        assertThat(instance(acme).path("enabled").asBoolean()).isFalse();
        SignIn off = newBrowser();
        Page page = off.browser().submit(KeycloakWorld.signIn(off, world.issuer(), null), Map.of("username", ana));
        assertThat(page.address().toString()).startsWith(world.issuer());

        set(acme, new JsonObject().put("issuer", provider).put("clientId", "tertulia"));
        awaitState(acme, "active");
        world.asOwner(acme).delete("/api/v1/sign-in-domains/" + domain).then().statusCode(204);
        refused(passportFor(token, acme.slug()), "own-sign-in-not-accepted");
        await().atMost(LIMIT).until(() -> isGone(acme));
        world.asOwner(acme)
                .get("/api/v1/identity-provider")
                .then()
                .statusCode(200)
                .body("state", is("pending"))
                .body("reason", is("no-verified-domain"))
                .body("domains.size()", is(0));

        verify(acme);
        awaitState(acme, "active");
        assertThat(isGone(acme)).isFalse();
        world.asOwner(acme).delete("/api/v1/identity-provider").then().statusCode(204);
        world.asOwner(acme).delete("/api/v1/identity-provider").then().statusCode(204);
        refused(passportFor(token, acme.slug()), "own-sign-in-not-accepted");
        await().atMost(LIMIT).until(() -> isGone(acme));
        world.asOwner(acme)
                .get("/api/v1/identity-provider")
                .then()
                .statusCode(404)
                .body("type", is("/problems/identity-provider-not-set"));
        // Her account is hers.
        assertThat(world.account(ana).isMissingNode()).isFalse();
    }

    @Test
    void whatIsChangedWhileAnotherReplicaCarriesItWaitsForThatReplica() {
        Organisation acme = world.organisation();
        String provider = world.providerOf();
        bring(acme, provider, false);
        UUID id = UUID.fromString(acme.id());
        // One at work with what was wanted until now, and slow.
        TestSql.execute(
                "insert into tenant.identity_provider_sync (tenant, holder, held_until)"
                        + " values (?, gen_random_uuid(), now() + interval '1 hour')",
                id);

        set(acme, provider(provider).put("enabled", false)).then().statusCode(200);

        await().during(Duration.ofSeconds(6))
                .atMost(LIMIT)
                .until(() -> instance(acme).path("enabled").asBoolean());
        assertThat(TestSql.number(
                        "select (revision * 100 + attempts)::int from tenant.identity_provider_sync where tenant = ?",
                        id))
                .isEqualTo(200);
        // It died at it.
        TestSql.execute("update tenant.identity_provider_sync set held_until = now() where tenant = ?", id);
        awaitState(acme, "active");
        assertThat(instance(acme).path("enabled").asBoolean()).isFalse();
    }

    @Test
    void aRenamedTenantIsShownByItsNewNameAtTheSignIn() {
        Organisation acme = world.organisation();
        bring(acme, world.providerOf(), false);

        world.asOwner(acme)
                .body("{\"name\":\"Acme of another name\"}")
                .patch("/api/v1/tenant")
                .then()
                .statusCode(200);

        await().atMost(LIMIT)
                .until(() -> instance(acme).path("displayName").asText().equals("Acme of another name"));
    }

    @Test
    void anErasedTenantLeavesNothingAtKeycloak() {
        Organisation acme = world.organisation();
        bring(acme, world.providerOf("ana@" + domain(acme)), false);
        assertThat(isGone(acme)).isFalse();

        world.admin()
                .body("{\"status\":\"cancelled\"}")
                .patch("/api/v1/platform/tenants/" + acme.slug())
                .then()
                .statusCode(200);
        world.admin()
                .body("{\"confirm\":\"" + acme.slug() + "\",\"exportWaived\":true}")
                .post("/api/v1/platform/tenants/" + acme.slug() + "/erasures")
                .then()
                .statusCode(202);

        await().atMost(LIMIT).until(() -> isGone(acme));
        await().atMost(LIMIT)
                .until(() -> TestSql.number(
                                "select count(*)::int from tenant.identity_provider_sync where tenant = ?",
                                UUID.fromString(acme.id()))
                        == 0);
    }

    @Test
    void theSecretIsKeptFromEverybodyAndGoesToNoOtherProvider() {
        Organisation acme = world.organisation();
        String provider = world.providerOf();
        bring(acme, provider, false);

        String shown = world.asOwner(acme).get("/api/v1/identity-provider").asString();
        assertThat(shown).doesNotContain(CLIENT_SECRET);
        UUID id = UUID.fromString(acme.id());
        assertThat(TestSql.text("select client_secret from tenant.identity_provider where tenant_id = ?", id))
                .startsWith("k1.");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(TestSql.text(
                                        "select string_agg(new_values::text, ' ') from tenant.audit_entry"
                                                + " where tenant_id = ? and resource_type = 'identity-provider'",
                                        id)
                                .replace(" ", ""))
                        .contains("\"clientSecret\":\"[redacted]\"")
                        .doesNotContain("k1."));

        set(acme, new JsonObject().put("issuer", world.providerOf()).put("clientId", "tertulia"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("clientSecret"));
        set(acme, new JsonObject().put("issuer", provider).put("clientId", "another"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("clientSecret"));
        set(
                        acme,
                        new JsonObject()
                                .put("issuer", provider)
                                .put("clientId", "tertulia")
                                .put("required", true))
                .then()
                .statusCode(200)
                .body("required", is(true));
        awaitState(acme, "active");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        Organisation acme = world.organisation();
        String another = world.issuer().replace("/realms/tertulia", "/realms/none-of-these");

        set(acme, provider("https://10.0.0.1"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/identity-provider-address-refused"));
        set(acme, provider(another)).then().statusCode(422).body("type", is("/problems/identity-provider-unreachable"));
        set(acme, provider(world.issuer() + "/"))
                .then()
                .statusCode(422)
                .body("type", is("/problems/identity-provider-unusable"));
        world.asOwner(acme).get("/api/v1/identity-provider").then().statusCode(404);
    }

    @Test
    void withoutAVerifiedDomainNothingIsAtKeycloak() {
        Organisation acme = world.organisation();
        set(acme, provider(world.providerOf()))
                .then()
                .statusCode(200)
                .body("state", is("pending"))
                .body("hint", is(alias(acme)))
                .body("redirectUri", is(world.issuer() + "/broker/" + alias(acme) + "/endpoint"));
        await().atMost(LIMIT)
                .until(() -> TestSql.number(
                                "select count(*)::int from tenant.identity_provider_sync where tenant = ?",
                                UUID.fromString(acme.id()))
                        == 0);
        assertThat(isGone(acme)).isTrue();
        world.asOwner(acme).get("/api/v1/identity-provider").then().body("reason", is("no-verified-domain"));
    }

    @Test
    void anotherTenantHasNothingOfIt() {
        Organisation acme = world.organisation();
        Organisation globex = world.organisation();
        bring(acme, world.providerOf(), false);

        world.asOwner(globex).get("/api/v1/identity-provider").then().statusCode(404);
        world.asOwner(globex).delete("/api/v1/identity-provider").then().statusCode(204);

        world.asOwner(acme)
                .get("/api/v1/identity-provider")
                .then()
                .statusCode(200)
                .body("reason", nullValue());
    }

    /** The tenant shows the domain of its addresses to be its own and brings the provider. Gives the domain's id. */
    private String bring(Organisation organisation, String issuer, boolean required) {
        String domain = verify(organisation);
        set(organisation, provider(issuer).put("required", required))
                .then()
                .statusCode(200)
                .body("domains", contains(domain(organisation)));
        awaitState(organisation, "active");
        return domain;
    }

    private String verify(Organisation organisation) {
        Response claimed = world.asOwner(organisation)
                .body(new JsonObject().put("domain", domain(organisation)).encode())
                .post("/api/v1/sign-in-domains");
        requireNonNull(dns).set(claimed.path("dnsRecord.name"), claimed.path("dnsRecord.value"));
        world.asOwner(organisation)
                .post("/api/v1/sign-in-domains/" + claimed.path("id") + "/verify")
                .then()
                .statusCode(200);
        return claimed.path("id");
    }

    private static JsonObject provider(String issuer) {
        return new JsonObject()
                .put("issuer", issuer)
                .put("clientId", "tertulia")
                .put("clientSecret", CLIENT_SECRET);
    }

    private Response set(Organisation organisation, JsonObject wanted) {
        return world.asOwner(organisation).body(wanted.encode()).put("/api/v1/identity-provider");
    }

    private void awaitState(Organisation organisation, String state) {
        await().atMost(LIMIT)
                .untilAsserted(() -> world.asOwner(organisation)
                        .get("/api/v1/identity-provider")
                        .then()
                        .statusCode(200)
                        .body("state", is(state)));
    }

    /** By their address, as everybody begins. */
    private Page signInAtProvider(SignIn signIn, String email) {
        Page first = KeycloakWorld.signIn(signIn, world.issuer(), null);
        Page atProvider = signIn.browser().submit(first, Map.of("username", email));
        assertThat(atProvider.address().getPath()).contains("/realms/idp-");
        return signIn.browser().submit(atProvider, Map.of("username", email, "password", PASSWORD));
    }

    private JsonNode instance(Organisation organisation) {
        return world.administer("GET", "/tertulia/identity-provider/instances/" + alias(organisation), null);
    }

    private boolean isGone(Organisation organisation) {
        return world.administer("GET", "/tertulia/organizations?search=" + alias(organisation), null)
                        .isEmpty()
                && !world.administer("GET", "/tertulia/identity-provider/instances", null)
                        .findValuesAsText("alias")
                        .contains(alias(organisation));
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(403).body("type", is("/problems/" + code));
    }
}
