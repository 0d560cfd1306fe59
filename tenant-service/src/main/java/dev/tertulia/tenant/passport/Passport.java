package dev.tertulia.tenant.passport;

import dev.tertulia.platform.security.Caller;
import java.time.Instant;

/**
 * A passport, issued or verified.
 *
 * @param authenticatedAt when the credential was shown for which the first of its line was issued
 * @param assurance how well they showed it then
 */
record Passport(String token, Caller caller, Instant authenticatedAt, Assurance assurance, Instant expiresAt) {
    /** Without the token. */
    @Override
    public String toString() {
        return "Passport[" + caller.actor().id() + "]";
    }
}
