package dev.tertulia.tenant;

import dev.tertulia.platform.testkit.tenancy.TenantErasure;
import dev.tertulia.platform.testkit.tenancy.TenantIsolationCatalogue;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The schema keeps tenants apart, whatever the code does. */
@QuarkusTest
class TenantIsolationCatalogueIT {

    @Test
    void aTenantCanBeErasedWholeAndNoOtherWithIt() {
        TenantErasure.of("tenant")
                .value("tenant.slug", "left(md5(random()::text), 12)")
                .assertErasesOneTenantWhole();
    }

    @Test
    void noTenantReachesAnother() {
        TenantIsolationCatalogue.of("tenant")
                .except("index tenant_slug", "a slug names one tenant among all")
                .except("index tenant_domain", "a domain names one tenant among all")
                .except("index tenant_created", "the list of all tenants goes by it")
                .looksAcross("tenant", "a header names a slug, and administrators list all tenants")
                .looksAcross("member", "a sign-in finds the tenants of its user")
                .except("index member_lookup_user", "a sign-in finds the tenants of its user")
                .except("index member_lookup_email", "a sign-in finds the memberships that wait for its user")
                .looksAcross("api_key", "a key names its tenant")
                .except("index api_key_prefix", "a key names its tenant")
                .looksAcross("subscription", "trials and scheduled changes that have come due are looked for")
                .looksAcross("usage_counter", "what changed is told for all tenants")
                .except("index usage_counter_month", "what changed is looked for in all tenants")
                .value("usage_counter.month", "''")
                .looksAcross("audit_chain", "months are dropped for all tenants at once")
                .looksAcross("audit_entry", "months are dropped for all tenants at once")
                .except("function make_audit_month", "only the owner makes tables; it makes a month's and nothing else")
                .except(
                        "function drop_audit_month",
                        "only the owner drops tables; it drops an old month's and nothing else")
                .except("index sign_in_domain_holder", "of all tenants one holds a domain")
                .looksAcross("identity_provider", "what is at Keycloak is compared with what all tenants have")
                .except("table identity_provider_sync", "what has to go from Keycloak outlives the tenant")
                .except("lookup identity_provider_sync", "written with what is changed, by a trigger")
                .value("sign_in_domain.domain", "left(md5(random()::text), 8) || '.example'")
                .value("sign_in_domain.challenge", "md5(random()::text)")
                .value("identity_provider.issuer", "'https://login.example'")
                .value("identity_provider.client_id", "'tertulia'")
                .value("identity_provider.client_authentication", "'client_secret_post'")
                .looksAcross("mail", "the sender asks for what is due, whosever it is")
                .except("index mail_due", "the sender asks for what is due, whosever it is")
                .looksAcross("invitation", "a token names its tenant")
                .except("index invitation_token", "a token names its tenant")
                .except("index member_lookup_any_email", "whose account goes with a tenant is in no other")
                .except("table erasure", "an erased tenant's record is written in the transaction that ends the tenant")
                .except(
                        "lookup erasure",
                        "an erased tenant's record is written in the transaction that ends the tenant")
                .except("table erasure_part", "written with the record of an erased tenant")
                .except("lookup erasure_part", "written with the record of an erased tenant")
                .except("table erasure_person", "written with the record of an erased tenant")
                .except("lookup erasure_person", "written with the record of an erased tenant")
                .value("tenant.slug", "left(md5(random()::text), 12)")
                .value("tenant.country", "'CO'")
                .value("member.email", "left(md5(random()::text), 8) || '@example.test'")
                .value("member.role", "'agent'")
                .value("api_key.role", "'agent'")
                .value("invitation.email", "left(md5(random()::text), 8) || '@example.test'")
                .value("invitation.role", "'agent'")
                .assertHolds();
    }
}
