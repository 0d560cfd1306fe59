package dev.tertulia.tenant.tenant;

import java.util.Set;

/** What is switched on for a tenant. */
public final class TenantFeatures {
    /** Every tenant has these. */
    public static final Set<String> ON_FOR_EVERYONE = Set.of("dashboard", "sales", "conversations", "ai-agent");

    private TenantFeatures() {}
}
