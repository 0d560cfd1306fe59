package dev.tertulia.tenant.platform;

import dev.tertulia.tenant.tenant.TenantStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant in the list of all. */
@Schema(name = "ListedTenant")
record ListedTenant(
        @Schema(examples = "0199b0c4-5d2e-7a31-8e4b-1f6a2c9d7b50")
        UUID id,

        @Schema(examples = "panaderia-luna") String slug,
        @Schema(examples = "Panadería Luna") String name,
        @Schema(examples = "active") TenantStatus status,

        @Schema(examples = "business", description = "The code of its plan, see `/api/v1/plans`.")
        String plan,

        @Schema(examples = "CO") String country,
        Instant createdAt) {}
