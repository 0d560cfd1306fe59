package dev.tertulia.tenant.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tertulia.tenant.validation.LanguageTag;
import dev.tertulia.tenant.validation.TimeZoneName;
import jakarta.validation.constraints.NotNull;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants for themself, in all their tenants. What is absent is as the tenant has it.
 *
 * @param notificationWays for what is to come: nobody goes by it yet
 */
@Schema(name = "Preferences")
public record Preferences(
        @Schema(examples = "es-CO", description = "In which language they are shown and written things.")
        @LanguageTag
        @Nullable
        String locale,

        @Schema(examples = "America/Bogota", description = "By which clock times are shown.") @TimeZoneName @Nullable
        String timezone,

        @Schema(
                examples = "[\"console\"]",
                description = "By which of the tenant's ways they want to be told of things; none: not at all."
                        + " For what is to come: nobody goes by it yet.")
        @Nullable
        SortedSet<@NotNull Way> notificationWays) {

    /** How somebody can be told of something. */
    public enum Way {
        @JsonProperty("console")
        CONSOLE,
        @JsonProperty("email")
        EMAIL
    }
}
