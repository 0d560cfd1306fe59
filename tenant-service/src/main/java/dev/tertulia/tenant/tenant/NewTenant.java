package dev.tertulia.tenant.tenant;

import org.jspecify.annotations.Nullable;

/** A tenant to be created. */
public record NewTenant(
        String slug,
        String name,
        @Nullable String email,
        String locale,
        String timezone,
        String country,
        TenantStatus status) {}
