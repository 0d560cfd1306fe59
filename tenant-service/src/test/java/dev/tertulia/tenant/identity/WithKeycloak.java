package dev.tertulia.tenant.identity;

import dev.tertulia.local.stack.LoneKeycloak;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real Keycloak, in whose realm people are ours. */
public class WithKeycloak implements QuarkusTestResourceLifecycleManager {
    private @Nullable LoneKeycloak keycloak;

    @Override
    public Map<String, String> start() {
        try {
            keycloak = new LoneKeycloak(Files.createTempDirectory("keycloak"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "quarkus.oidc.identity-provider.auth-server-url", keycloak.issuer(),
                "tertulia.identity.provider", "keycloak",
                "tertulia.identity.console-password-grant", "true",
                "tertulia.identity.events-interval", "1s",
                "tertulia.identity.admin-client-secret", keycloak.tenantServiceSecret());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(keycloak, new TestInjector.MatchesType(LoneKeycloak.class));
    }

    @Override
    public void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }
}
