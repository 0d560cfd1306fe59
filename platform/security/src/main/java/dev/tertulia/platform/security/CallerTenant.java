package dev.tertulia.platform.security;

import java.util.UUID;

/**
 * The tenant that a caller works in.
 *
 * @param status {@code trialing}, {@code active}, {@code past_due}, {@code suspended}
 */
public record CallerTenant(UUID id, String slug, String status) {
    private static final String SUSPENDED = "suspended";

    /** A suspended tenant reads and receives, and cannot send. */
    public boolean suspended() {
        return SUSPENDED.equals(status);
    }
}
