package dev.tertulia.tenant.identity;

import dev.tertulia.local.stack.LoneKeycloak;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real Keycloak, in whose realm people are ours, and a name server. */
public class WithKeycloak implements QuarkusTestResourceLifecycleManager {
    private @Nullable LoneKeycloak keycloak;
    private @Nullable TestDns dns;

    @Override
    public Map<String, String> start() {
        try {
            keycloak = new LoneKeycloak(Files.createTempDirectory("keycloak"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dns = new TestDns();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.oidc.identity-provider.auth-server-url", keycloak.issuer());
        settings.put("tertulia.identity.provider", "keycloak");
        settings.put("tertulia.identity.console-password-grant", "true");
        settings.put("tertulia.identity.events-interval", "1s");
        settings.put("tertulia.identity.admin-client-secret", keycloak.tenantServiceSecret());
        settings.put("tertulia.own-providers.dns-server", dns.address());
        settings.put("tertulia.own-providers.dns-timeout", "1s");
        // Another realm of the same Keycloak is a tenant's own provider.
        URI issuer = URI.create(keycloak.issuer());
        settings.put("tertulia.own-providers.local-hosts", issuer.getHost() + ":" + issuer.getPort());
        settings.put("tertulia.own-providers.sync-interval", "1s");
        settings.put("tertulia.own-providers.sync-pause", "1s");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(keycloak, new TestInjector.MatchesType(LoneKeycloak.class));
        injector.injectIntoFields(dns, new TestInjector.MatchesType(TestDns.class));
    }

    @Override
    public void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
        if (dns != null) {
            dns.close();
        }
    }
}
