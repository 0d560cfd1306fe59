package dev.tertulia.tenant.ownprovider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The provider as it is to be. */
record SetOwnProviderRequest(
        @Schema(examples = "https://login.panaderialuna.example", description = "As the provider says in iss.")
        @NotBlank
        @Size(min = 8, max = 500)
        String issuer,

        @Schema(examples = "tertulia") @NotBlank @Size(max = 255)
        String clientId,

        @Schema(
                description = "Kept encrypted and never shown. Absent: as before, which only works while issuer and"
                        + " clientId stay.",
                writeOnly = true)
        @Size(min = 1, max = 2000)
        @Nullable
        String clientSecret,

        @Schema(description = "Whether people can sign in by it; true if absent.", defaultValue = "true") @Nullable
        Boolean enabled,

        @Schema(
                description =
                        "Whether people with an address of one of the verified domains must sign in by it; false if"
                                + " absent. The owner may always sign in otherwise, lest the tenant be locked out.",
                defaultValue = "false")
        @Nullable
        Boolean required) {

    boolean isEnabled() {
        return Objects.requireNonNullElse(enabled, true);
    }

    boolean isRequired() {
        return Objects.requireNonNullElse(required, false);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SetOwnProviderRequest[" + issuer + "]";
    }
}
