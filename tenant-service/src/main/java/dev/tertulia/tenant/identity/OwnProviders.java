package dev.tertulia.tenant.identity;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tenants' own identity providers, and the organizations that they belong to, are called at Keycloak. */
public final class OwnProviders {
    private static final String PREFIX = "tenant-";

    private OwnProviders() {}

    public static String alias(UUID tenant) {
        return PREFIX + tenant;
    }

    /** Whose it is; empty for what is no tenant's. */
    public static Optional<UUID> tenantOf(@Nullable String alias) {
        if (alias == null || !alias.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(alias.substring(PREFIX.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
