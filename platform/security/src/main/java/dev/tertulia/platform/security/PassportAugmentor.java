package dev.tertulia.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives an identity that OIDC has verified the permissions that its passport names. */
@ApplicationScoped
class PassportAugmentor implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken passport)) {
            return Uni.createFrom().item(identity);
        }
        try {
            Caller caller = PassportClaims.read(payload(passport.getRawToken()));
            return Uni.createFrom().item(caller.describe(QuarkusSecurityIdentity.builder(identity)));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Not a passport", e));
        }
    }

    private static JsonObject payload(String verifiedToken) {
        String[] parts = verifiedToken.split("\\.", 3);
        return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
