package dev.tertulia.tenant.passport;

import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.renew;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.tenant.TestIdentityProvider;
import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What passports there are for who says to come by a tenant's own identity provider, or should. */
@QuarkusTest
class OwnSignInIT {

    @Test
    void whoComesByTheTenantsProviderIsLetInThoughNobodyElseHasVerifiedTheAddress() {
        Organisation acme = withProvider(true, false);
        String email = address(acme);
        String member = member(acme, email, "agent");

        Response answer = askForPassport("oidc", by(acme, email).sign(), acme.slug(), false);

        answer.then().statusCode(200).body("actor.memberId", is(member));
        with(answer.path("passport")).get("/api/v1/me").then().statusCode(200).body("user.email", is(email));
    }

    @Test
    void whoComesByATenantsProviderEntersNoOther() {
        Organisation acme = withProvider(true, false);
        Organisation globex = organisation();
        String email = address(acme);
        member(acme, email, "agent");
        String elsewhere = member(globex, email, "admin");
        String brought = by(acme, email).with("email_verified", true).sign();

        refused(askForPassport("oidc", brought, globex.slug(), false), "signed-in-for-another-tenant");
        // Nor do they become who was waited for there.
        askForPassport("oidc", brought, null, false).then().statusCode(200).body("tenantId", is(acme.id()));
        assertThat(TestSql.text("select user_id::text from tenant.member where id = ?", UUID.fromString(elsewhere)))
                .isEmpty();
    }

    @Test
    void whoIsNoMemberOfTheTenantGetsNothingOfIt() {
        Organisation acme = withProvider(true, false);
        Organisation globex = organisation();
        String email = address(acme);
        member(globex, email, "admin");
        String brought = by(acme, email).with("email_verified", true).sign();

        refused(askForPassport("oidc", brought, null, false), "not-a-member");
        refused(askForPassport("oidc", brought, acme.slug(), false), "not-a-member");
        refused(askForPassport("oidc", brought, globex.slug(), false), "not-a-member");
        askForPassport("oidc", brought, null, true).then().statusCode(200).body("tenantId", nullValue());
    }

    @Test
    void aProviderIsNotBelievedOfAddressesThatAreNotTheTenants() {
        Organisation hostile = withProvider(true, false);
        Organisation globex = organisation();
        // Even where the hostile tenant says that they are one of its own.
        member(hostile, globex.ownerEmail(), "agent");
        String brought =
                by(hostile, globex.ownerEmail()).with("email_verified", true).sign();

        refused(askForPassport("oidc", brought, globex.slug(), false), "own-sign-in-not-accepted");
        refused(askForPassport("oidc", brought, hostile.slug(), false), "own-sign-in-not-accepted");
        refused(askForPassport("oidc", brought, null, true), "own-sign-in-not-accepted");
    }

    @Test
    void aDomainThatWasNotShownToBeTheTenantsCountsNothing() {
        Organisation acme = withProvider(true, false);
        TestSql.execute(
                "update tenant.sign_in_domain set verified_at = null where tenant_id = ?", UUID.fromString(acme.id()));
        String email = address(acme);
        member(acme, email, "agent");

        refused(askForPassport("oidc", by(acme, email).sign(), null, false), "own-sign-in-not-accepted");
    }

    /** They could call themselves what they like in their account. */
    @Test
    void theAccountMustHaveTheAddressThatTheProviderGives() {
        Organisation acme = withProvider(true, false);
        String chief = address(acme);
        member(acme, chief, "admin");

        refused(
                askForPassport(
                        "oidc",
                        by(acme, chief)
                                .with("identity_provider_email", address(acme))
                                .sign(),
                        null,
                        false),
                "own-sign-in-not-accepted");
        refused(
                askForPassport(
                        "oidc",
                        by(acme, chief).without("identity_provider_email").sign(),
                        null,
                        false),
                "own-sign-in-not-accepted");
        askForPassport(
                        "oidc",
                        by(acme, chief)
                                .with("identity_provider_email", chief.toUpperCase(java.util.Locale.ROOT))
                                .sign(),
                        null,
                        false)
                .then()
                .statusCode(200);
    }

    @Test
    void aProviderThatIsOffOrGoneLetsNobodyIn() {
        Organisation acme = withProvider(false, false);
        String email = address(acme);
        member(acme, email, "agent");
        refused(askForPassport("oidc", by(acme, email).sign(), null, false), "own-sign-in-not-accepted");

        Organisation none = organisation();
        refused(
                askForPassport("oidc", by(none, none.ownerEmail()).sign(), none.slug(), false),
                "own-sign-in-not-accepted");
        String nobodys = brought(UUID.randomUUID(), email).sign();
        refused(askForPassport("oidc", nobodys, null, false), "own-sign-in-not-accepted");
    }

    @Test
    void whatWasLetInIsLetInNoLongerOnceTheProviderIsOff() {
        Organisation acme = withProvider(true, false);
        String email = address(acme);
        member(acme, email, "agent");
        String passport = passport(by(acme, email).sign(), acme.slug());
        renew(passport).then().statusCode(200);

        TestSql.execute(
                "update tenant.identity_provider set enabled = false where tenant_id = ?", UUID.fromString(acme.id()));

        refused(renew(passport), "own-sign-in-not-accepted");
    }

    @Test
    void noTenantsProviderMakesAPlatformAdministrator() {
        Organisation hostile = withProvider(true, false, "tertulia.test");
        String brought = by(hostile, "root@tertulia.test")
                .platformAdmin()
                .with("email_verified", true)
                .sign();

        refused(askForPassport("oidc", brought, null, false), "not-a-member");
        askForPassport("oidc", brought, null, true)
                .then()
                .statusCode(200)
                .body("role", nullValue())
                .body("permissions.size()", is(0));
        TestSql.execute("delete from tenant.sign_in_domain where domain = 'tertulia.test'");
    }

    @Test
    void whereItIsRequiredPeopleOfTheDomainsComeInNoOtherWay() {
        Organisation acme = withProvider(true, true);
        String email = address(acme);
        member(acme, email, "admin");
        String contractor = "contractor-" + unique() + "@elsewhere.test";
        member(acme, contractor, "agent");

        askForPassport("oidc", token(email), acme.slug(), false)
                .then()
                .statusCode(403)
                .body("type", is("/problems/own-sign-in-required"))
                .body("hint", is("tenant-" + acme.id()))
                .body("detail", containsString("kc_idp_hint"));
        askForPassport("oidc", token(contractor), acme.slug(), false).then().statusCode(200);
        askForPassport("oidc", brought("subject-of-" + email, email, acme).sign(), acme.slug(), false)
                .then()
                .statusCode(200);
        // Lest the tenant be locked out.
        assertThat(acme.ownerEmail()).endsWith("@" + acme.slug() + ".test");
        askForPassport("oidc", token(acme.ownerEmail()), acme.slug(), false)
                .then()
                .statusCode(200);
    }

    @Test
    void theProviderCountsAsASecondFactorInItsOwnTenant() {
        Organisation acme = withProvider(true, false);
        TestSql.execute(
                "insert into tenant.sign_in_policy (tenant_id, second_factor_required) values (?, true)",
                UUID.fromString(acme.id()));
        String email = address(acme);
        member(acme, email, "agent");

        refused(askForPassport("oidc", token(email), acme.slug(), false), "second-factor-required");
        askForPassport("oidc", brought("subject-of-" + email, email, acme).sign(), acme.slug(), false)
                .then()
                .statusCode(200);
    }

    @Test
    void whereAnotherLooksAfterPeopleNobodyBringsAProvider() {
        Organisation acme = organisation();
        with(passport(token(acme.ownerEmail()), acme.slug()))
                .get("/api/v1/identity-provider")
                .then()
                .statusCode(409)
                .body("type", is("/problems/identity-provider-not-ours"));
        with(passport(token(acme.ownerEmail()), acme.slug()))
                .body("{\"domain\":\"luna.example\"}")
                .post("/api/v1/sign-in-domains")
                .then()
                .statusCode(409)
                .body("type", is("/problems/identity-provider-not-ours"));
        with(passport(token(acme.ownerEmail()), acme.slug()))
                .body("{\"issuer\":\"https://login.luna.example\",\"clientId\":\"t\",\"clientSecret\":\"s\"}")
                .put("/api/v1/identity-provider")
                .then()
                .statusCode(409)
                .body("type", is("/problems/identity-provider-not-ours"));
    }

    /** A tenant that has brought a provider, and shown a domain to be its own: as its slug says. */
    private static Organisation withProvider(boolean enabled, boolean required) {
        Organisation organisation = organisation();
        return bring(organisation, enabled, required, organisation.slug() + ".test");
    }

    private static Organisation withProvider(boolean enabled, boolean required, String domain) {
        return bring(organisation(), enabled, required, domain);
    }

    private static Organisation bring(Organisation organisation, boolean enabled, boolean required, String domain) {
        UUID id = UUID.fromString(organisation.id());
        TestSql.execute("""
                insert into tenant.identity_provider (tenant_id, issuer, client_id, client_secret, enabled, required,
                    authorization_endpoint, token_endpoint, jwks_uri, client_authentication)
                values (?, 'https://login.example', 'tertulia', 'sealed', ?, ?, 'https://login.example/a',
                    'https://login.example/t', 'https://login.example/k', 'client_secret_post')""", id, enabled, required);
        TestSql.execute(
                "insert into tenant.sign_in_domain (tenant_id, domain, challenge, verified_at) values (?, ?, ?, now())",
                id,
                domain,
                "challenge-" + unique());
        return organisation;
    }

    private static String address(Organisation organisation) {
        return "ana-" + unique() + "@" + organisation.slug() + ".test";
    }

    /** As Keycloak has it of an account that the provider has made. */
    private static TestIdentityProvider.Token by(Organisation organisation, String email) {
        return brought("brought-" + email, email, organisation);
    }

    private static TestIdentityProvider.Token brought(String subject, String email, Organisation organisation) {
        return TestIdentityProvider.token(subject, email)
                .with("email_verified", false)
                .with("identity_provider", "tenant-" + organisation.id())
                .with("identity_provider_email", email);
    }

    private static TestIdentityProvider.Token brought(UUID tenant, String email) {
        return TestIdentityProvider.token("brought-" + email, email)
                .with("identity_provider", "tenant-" + tenant)
                .with("identity_provider_email", email);
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(403).body("type", is("/problems/" + code));
    }
}
