package dev.tertulia.tenant.platform;

import dev.tertulia.tenant.tenant.TenantStatus;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a platform administrator changes about a tenant. */
@Schema(name = "TenantStandingChange")
record StandingChange(
        @Schema(examples = "suspended") @NotNull TenantStatus status) {}
