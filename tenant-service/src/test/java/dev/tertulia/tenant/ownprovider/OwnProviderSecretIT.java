package dev.tertulia.tenant.ownprovider;

import static dev.tertulia.tenant.TestWorld.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.crypto.CryptoException;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.crypto.MasterKeys;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.identity.OwnProvider;
import dev.tertulia.tenant.tenant.TenantService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The secret of a tenant's own provider outlives master keys. */
@QuarkusTest
class OwnProviderSecretIT {
    @Inject
    OwnProviderRepository providers;

    @Inject
    SignInDomainRepository domains;

    @Inject
    Discovery discovery;

    @Inject
    TenantService tenants;

    @Inject
    IdentityConfig identity;

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void whatIsUnderAnOlderKeyIsPutUnderTheNewestWhenItIsRead() {
        UUID tenant = UUID.fromString(organisation().id());
        MasterKeys before = MasterKeys.create();
        bring(tenant, new FieldCipher(before).encrypt("s3cr3t", OwnProviderService.place(tenant)));
        FieldCipher rotated = new FieldCipher(before.withNewKey().withNewestAsPrimary());

        assertThat(wanted(tenant, rotated).orElseThrow().clientSecret()).isEqualTo("s3cr3t");

        assertThat(sealed(tenant)).startsWith("k2.");
        assertThat(rotated.decrypt(sealed(tenant), OwnProviderService.place(tenant)))
                .isEqualTo("s3cr3t");
        // And stays so.
        String once = sealed(tenant);
        assertThat(wanted(tenant, rotated)).isPresent();
        assertThat(sealed(tenant)).isEqualTo(once);
    }

    @Test
    void whatWasCopiedFromAnotherTenantDoesNotOpen() {
        UUID tenant = UUID.fromString(organisation().id());
        FieldCipher cipher = new FieldCipher(MasterKeys.create());
        bring(tenant, cipher.encrypt("s3cr3t", OwnProviderService.place(UUID.randomUUID())));

        assertThatThrownBy(() -> wanted(tenant, cipher)).isInstanceOf(CryptoException.class);
    }

    private Optional<OwnProvider> wanted(UUID tenant, FieldCipher cipher) {
        var service =
                new OwnProviderService(providers, domains, discovery, tenants, cipher, identity, Clock.systemUTC());
        return unitOfWork.as(tenant, service::wanted).await().atMost(Duration.ofSeconds(10));
    }

    private static void bring(UUID tenant, String sealedSecret) {
        TestSql.execute("""
                insert into tenant.identity_provider (tenant_id, issuer, client_id, client_secret, enabled, required,
                    authorization_endpoint, token_endpoint, jwks_uri, client_authentication)
                values (?, 'https://login.example', 'tertulia', ?, true, false, 'https://login.example/a',
                    'https://login.example/t', 'https://login.example/k', 'client_secret_post')""", tenant, sealedSecret);
        TestSql.execute(
                "insert into tenant.sign_in_domain (tenant_id, domain, challenge, verified_at) values (?, ?, ?, now())",
                tenant,
                TestWorld.unique() + ".example",
                "challenge-" + TestWorld.unique());
    }

    private static String sealed(UUID tenant) {
        return TestSql.text("select client_secret from tenant.identity_provider where tenant_id = ?", tenant);
    }
}
