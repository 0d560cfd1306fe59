package dev.tertulia.tenant.passport;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the gateway was shown. */
record PassportRequest(
        @NotNull @Valid Credential credential,

        @Schema(examples = "panaderia-luna", description = "The slug in X-Tenant.") @Size(max = 63) @Nullable
        String tenant,

        @Schema(
                description = "For what works without a tenant, such as /api/v1/me: where no tenant is named and not"
                        + " exactly one could be meant, the passport is for none.")
        boolean tenantOptional) {

    record Credential(
            @NotNull Type type, @NotBlank @Size(max = 16384) String value) {
        /** Without the value. */
        @Override
        public String toString() {
            return "Credential[" + type + "]";
        }
    }

    enum Type {
        @JsonProperty("oidc")
        OIDC,
        @JsonProperty("api-key")
        API_KEY
    }
}
