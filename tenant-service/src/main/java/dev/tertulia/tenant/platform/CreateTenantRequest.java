package dev.tertulia.tenant.platform;

import dev.tertulia.tenant.member.NewMember;
import dev.tertulia.tenant.tenant.NewTenant;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.validation.CountryCode;
import dev.tertulia.tenant.validation.LanguageTag;
import dev.tertulia.tenant.validation.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant to be created, with the person who will own it. */
@Schema(name = "NewTenant")
record CreateTenantRequest(
        @Schema(examples = "panaderia-luna", description = "Its name in addresses and headers, which never changes.")
        @NotNull
        @Pattern(regexp = "[a-z0-9-]{3,63}", message = "must be 3 to 63 of a-z, 0-9 and -")
        String slug,

        @Schema(examples = "Panadería Luna") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "hola@panaderialuna.example") @Email @Size(max = 254) @Nullable
        String email,

        @Schema(examples = "es-CO", defaultValue = "es") @LanguageTag @Nullable
        String locale,

        @Schema(examples = "America/Bogota", defaultValue = "UTC") @TimeZoneName @Nullable
        String timezone,

        @Schema(examples = "CO", description = "Where phone numbers without a country code belong.")
        @NotNull
        @CountryCode
        String country,

        @Schema(examples = "active", defaultValue = "trialing") @Nullable
        TenantStatus status,

        @NotNull @Valid Owner owner) {

    /** Who will own it. */
    @Schema(name = "NewOwner")
    record Owner(
            @Schema(examples = "ana@panaderialuna.example", description = "With which they will sign in.")
            @NotBlank
            @Email
            @Size(max = 254)
            String email,

            @Schema(examples = "Ana Luna") @Size(min = 1, max = 200) @Nullable
            String name) {
        NewMember toMember() {
            return NewMember.owner(email, name);
        }
    }

    NewTenant toTenant() {
        return new NewTenant(
                slug,
                name,
                email,
                Objects.requireNonNullElse(locale, "es"),
                Objects.requireNonNullElse(timezone, "UTC"),
                country,
                Objects.requireNonNullElse(status, TenantStatus.TRIALING));
    }
}
