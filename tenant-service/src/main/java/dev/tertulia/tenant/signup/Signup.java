package dev.tertulia.tenant.signup;

import java.time.Instant;
import java.util.UUID;

/**
 * A tenant in the making.
 *
 * @param id secret: it is known to who began the sign-up, and to nobody else
 * @param tenantId of the tenant that it becomes, drawn at the beginning, so that it cannot become two
 * @param slug as it was chosen, or proposed
 */
record Signup(
        UUID id,
        UUID tenantId,
        String email,
        String name,
        String tenantName,
        String slug,
        String locale,
        String timezone,
        String country,
        OneTimeCode code,
        Instant codeExpiresAt,
        int tries,
        boolean confirmed) {

    /** Without what is known of people. */
    @Override
    public String toString() {
        return "Signup[" + id + "]";
    }
}
