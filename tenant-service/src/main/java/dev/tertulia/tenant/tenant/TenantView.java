package dev.tertulia.tenant.tenant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant as it is shown. */
@Schema(name = "Tenant")
public record TenantView(
        @Schema(examples = "0199b0c4-5d2e-7a31-8e4b-1f6a2c9d7b50")
        UUID id,

        @Schema(examples = "panaderia-luna") String slug,
        @Schema(examples = "Panadería Luna") String name,

        @Schema(examples = "hola@panaderialuna.example") @Nullable
        String email,

        @Schema(examples = "+57 601 5550123") @Nullable String phone,
        @Schema(examples = "food") @Nullable String industry,

        @Schema(examples = "https://panaderialuna.example") @Nullable
        String website,

        @Schema(examples = "https://panaderialuna.example/logo.png") @Nullable
        String logoUrl,

        @Schema(examples = "panaderialuna.example") @Nullable
        String domain,

        @Schema(examples = "es-CO") String locale,
        @Schema(examples = "America/Bogota") String timezone,
        @Schema(examples = "CO") String country,
        @Schema(examples = "active") TenantStatus status,

        @Schema(
                examples = "The invoice of May is unpaid.",
                description = "Why it stands so, as those say who run the installation.")
        @Nullable
        String statusReason,

        Instant statusSince,
        Instant createdAt,
        @JsonIgnore @Schema(hidden = true) int version) {

    static TenantView from(Tenant tenant) {
        return new TenantView(
                tenant.id,
                tenant.slug,
                tenant.name,
                tenant.email,
                tenant.phone,
                tenant.industry,
                tenant.website,
                tenant.logoUrl,
                tenant.domain,
                tenant.locale,
                tenant.timezone,
                tenant.country,
                tenant.status,
                tenant.statusReason,
                tenant.statusSince,
                tenant.createdAt,
                tenant.version);
    }
}
