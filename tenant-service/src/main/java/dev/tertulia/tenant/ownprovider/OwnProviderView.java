package dev.tertulia.tenant.ownprovider;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The tenant's own identity provider, without its secret. */
record OwnProviderView(
        @Schema(examples = "https://login.panaderialuna.example")
        String issuer,

        @Schema(examples = "tertulia") String clientId,
        boolean enabled,
        boolean required,
        SyncState state,

        @Schema(
                description =
                        "Why it is not active: no-verified-domain, identity-provider-away,"
                                + " identity-provider-refused, secret-lost (set it again), internal-error. Absent where it is just on its way.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String reason,

        @Schema(description = "The verified domains whose people it signs in.")
        List<String> domains,

        @Schema(
                examples = "tenant-0197a1b2-0000-7000-8000-000000000001",
                description = "What to send as kc_idp_hint to the sign-in, to go there at once.")
        String hint,

        @Schema(description = "What must be registered at the provider as the address to come back to.")
        String redirectUri,

        Instant updatedAt) {
    OwnProviderView {
        domains = List.copyOf(domains);
    }
}
