package dev.tertulia.tenant.signup;

import dev.tertulia.tenant.validation.CountryCode;
import dev.tertulia.tenant.validation.LanguageTag;
import dev.tertulia.tenant.validation.MailAddress;
import dev.tertulia.tenant.validation.TimeZoneName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants to found which tenant. */
@Schema(name = "NewSignup")
record StartSignupRequest(
        @Schema(
                examples = "ana@panaderialuna.example",
                description = "The code goes there; the owner signs in with it.")
        @NotBlank
        @MailAddress
        String email,

        @Schema(examples = "Ana Luna", description = "Of the person.") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "Panadería Luna", description = "Of the organisation.") @NotBlank @Size(max = 200)
        String tenantName,

        @Schema(
                examples = "panaderia-luna",
                description = "Its name in addresses and headers, which never changes. Absent: one that fits its name.")
        @Pattern(regexp = Slugs.PATTERN, message = "must be 3 to 63 of a-z, 0-9 and single hyphens between them")
        @Size(max = 63)
        @Nullable
        String slug,

        @Schema(examples = "es-CO", defaultValue = "es", description = "In which is written to them.")
        @LanguageTag
        @Nullable
        String locale,

        @Schema(examples = "America/Bogota", defaultValue = "UTC") @TimeZoneName @Nullable
        String timezone,

        @Schema(examples = "CO", description = "Where phone numbers without a country code belong.")
        @NotNull
        @CountryCode
        String country) {

    String address() {
        return email.toLowerCase(Locale.ROOT);
    }

    String language() {
        return Objects.requireNonNullElse(locale, "es");
    }

    String zone() {
        return Objects.requireNonNullElse(timezone, "UTC");
    }
}
