package dev.tertulia.tenant.passport;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who signs people in: Keycloak, or another provider of OpenID Connect. */
@ApplicationScoped
class IdentityProvider {
    private final TenantIdentityProvider tokens;
    private final SignInReader reader;

    IdentityProvider(@Tenant("identity-provider") TenantIdentityProvider tokens, IssuingConfig config) {
        this.tokens = tokens;
        this.reader = new SignInReader(config);
    }

    /**
     * What an access token says, once it is verified. Fails with {@link AuthenticationFailedException} on one that is not
     * the provider's, not for us or expired, and as unavailable where the provider's keys are out of reach.
     */
    Uni<VerifiedToken> verify(String accessToken) {
        return tokens.authenticate(new AccessTokenCredential(accessToken))
                .map(verified -> reader.read(payload(accessToken)));
    }

    private static JsonObject payload(String verifiedToken) {
        String[] parts = verifiedToken.split("\\.", 3);
        return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
