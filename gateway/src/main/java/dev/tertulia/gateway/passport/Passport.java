package dev.tertulia.gateway.passport;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A passport as it was given.
 *
 * @param token goes to services as the bearer token
 * @param tenantId absent for someone who has chosen no tenant
 * @param checkedAt when tenant-service last said that it is right
 * @param features that are on for the tenant
 */
public record Passport(
        String token, Instant expiresAt, @Nullable String tenantId, Instant checkedAt, Set<String> features)
        implements PassportAnswer {
    public Passport {
        features = Set.copyOf(features);
    }

    /** With the features that the token names. */
    public Passport(String token, Instant expiresAt, @Nullable String tenantId, Instant checkedAt) {
        this(
                token,
                expiresAt,
                tenantId,
                checkedAt,
                TokenClaims.of(token)
                        .map(TokenClaims::rights)
                        .map(TokenClaims.Rights::features)
                        .orElse(Set.of()));
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "Passport[tenant=" + tenantId + "]";
    }
}
