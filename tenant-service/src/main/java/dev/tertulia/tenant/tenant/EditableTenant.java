package dev.tertulia.tenant.tenant;

import dev.tertulia.tenant.validation.CountryCode;
import dev.tertulia.tenant.validation.LanguageTag;
import dev.tertulia.tenant.validation.TimeZoneName;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a tenant can change about itself. */
@Schema(name = "TenantChange")
record EditableTenant(
        @Schema(examples = "Panadería Luna") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "hola@panaderialuna.example") @Email @Size(max = 254) @Nullable
        String email,

        @Schema(examples = "+57 601 5550123") @Size(max = 40) @Nullable
        String phone,

        @Schema(examples = "food") @Size(max = 100) @Nullable
        String industry,

        @Schema(examples = "https://panaderialuna.example")
        @Pattern(regexp = WEB_ADDRESS, message = WEB_ADDRESS_MESSAGE)
        @Size(max = 2000)
        @Nullable
        String website,

        @Schema(examples = "https://panaderialuna.example/logo.png")
        @Pattern(regexp = WEB_ADDRESS, message = WEB_ADDRESS_MESSAGE)
        @Size(max = 2000)
        @Nullable
        String logoUrl,

        @Schema(examples = "panaderialuna.example")
        @Pattern(regexp = DOMAIN, message = "must be a domain name in lower case")
        @Size(max = 253)
        @Nullable
        String domain,

        @Schema(examples = "es-CO") @NotNull @LanguageTag String locale,

        @Schema(examples = "America/Bogota") @NotNull @TimeZoneName
        String timezone,

        @Schema(examples = "CO", description = "Where phone numbers without a country code belong.")
        @NotNull
        @CountryCode
        String country) {

    private static final String WEB_ADDRESS = "https?://[^\\s/$.?#][^\\s]*";
    private static final String WEB_ADDRESS_MESSAGE = "must be a web address";
    private static final String DOMAIN = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}";
}
