package dev.tertulia.tenant.erasure;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a tenant is to be erased, said twice. */
@Schema(name = "Erase")
record EraseRequest(
        @Schema(examples = "panaderia-luna", description = "The tenant's slug once more.") @NotBlank
        String confirm,

        @Schema(examples = "false", description = "Erase it although nobody took an export: nothing can be had back.")
        @Nullable
        Boolean exportWaived) {

    boolean waivesExport() {
        return Boolean.TRUE.equals(exportWaived);
    }
}
