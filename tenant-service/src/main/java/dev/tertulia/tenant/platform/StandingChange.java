package dev.tertulia.tenant.platform;

import dev.tertulia.tenant.tenant.TenantStatus;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a platform administrator changes about a tenant. */
@Schema(name = "TenantStandingChange")
record StandingChange(
        @Schema(examples = "suspended") @NotNull TenantStatus status,

        @Schema(
                examples = "The invoice of May is unpaid.",
                description = "Shown to the tenant. Another status without a reason takes the old reason back.")
        @Size(min = 1, max = 500)
        @Nullable
        String reason) {

    /** The reason from now on: a status that changed has lost what was said of the one before. */
    @Nullable
    String reasonAfter(StandingChange before) {
        return status != before.status && Objects.equals(reason, before.reason) ? null : reason;
    }
}
