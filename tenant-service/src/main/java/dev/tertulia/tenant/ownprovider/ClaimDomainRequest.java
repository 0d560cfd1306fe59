package dev.tertulia.tenant.ownprovider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The domain that is to be the tenant's. */
record ClaimDomainRequest(
        @Schema(
                examples = "panaderialuna.example",
                description =
                        "What stands behind the @ of its people's addresses, exactly: domains below it are others."
                                + " Capitals and letters beyond ASCII are turned into what DNS has.")
        @NotBlank
        @Size(max = 300)
        String domain) {}
