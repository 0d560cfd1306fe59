package dev.tertulia.contact.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way to reach a contact, to be added to it. */
@Schema(description = "A way to reach a contact.")
record IdentityRequest(
        @NotNull
        @Pattern(
                regexp = KIND,
                message = "must be one of phone, email, whatsapp, telegram, messenger, instagram,"
                        + " slack, widget, api")
        @Schema(examples = "phone")
        String kind,

        @Size(max = 200)
        @Schema(
                description = "Within what the value is unique: a page, a bot, a workspace. Absent: in the world.",
                examples = "page-1122")
        @Nullable
        String scope,

        @NotBlank @Size(max = 320) @Schema(examples = "+57 300 111 2233")
        String value,

        @Pattern(regexp = REGION, message = REGION_MESSAGE)
        @Schema(description = "As when creating a contact.", examples = "CO")
        @Nullable
        String defaultRegion) {
    static final String KIND = "phone|email|whatsapp|telegram|messenger|instagram|slack|widget|api";
    static final String REGION = "[A-Z]{2}";
    static final String REGION_MESSAGE = "must be an ISO 3166 code of two capital letters";
}
