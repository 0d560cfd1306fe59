package dev.tertulia.gateway.passport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passport as it was given.
 *
 * @param token goes to services as the bearer token
 * @param tenantId absent for someone who has chosen no tenant
 * @param checkedAt when tenant-service last said that it is right
 */
public record Passport(
        String token, Instant expiresAt, @Nullable String tenantId, Instant checkedAt) implements PassportAnswer {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "Passport[tenant=" + tenantId + "]";
    }
}
