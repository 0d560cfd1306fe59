package dev.tertulia.contact.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/** A contact that somebody writes down. */
@Schema(description = "A contact to be written down. All is optional.", examples = """
                {"name": "Lucía Peña", "phones": ["300 111 2233"], "defaultRegion": "CO", "emails": ["lucia@example.com"],
                 "language": "es", "timezone": "America/Bogota", "tags": ["vip"], "attributes": {"plan": "gold"}}""")
record CreateContactRequest(
        @Size(max = 200) @Nullable String name,

        @Size(max = 20)
        @Schema(description = "In any form; without + and country code only if defaultRegion says the country.")
        @Nullable
        List<@NotBlank @Size(max = 64) String> phones,

        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 254) String> emails,

        @Size(max = 20) @Schema(description = "Other ways to reach the contact.") @Nullable
        List<@NotNull @Valid IdentityRequest> identities,

        @Size(max = 2048) @URL(regexp = "https?://.*", message = "must be an http or https URL") @Nullable
        String avatarUrl,

        @Size(max = 35)
        @Pattern(regexp = EditableContact.LANGUAGE, message = EditableContact.LANGUAGE_MESSAGE)
        @Nullable
        String language,

        @TimeZoneName @Nullable String timezone,
        @Valid @Nullable Location location,
        @Nullable Boolean blocked,
        @JsonProperty("isGroup") @Nullable Boolean group,

        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 60) String> tags,

        @AttributeValues @Nullable Map<String, Object> attributes,

        @Pattern(regexp = IdentityRequest.REGION, message = IdentityRequest.REGION_MESSAGE)
        @Schema(description = "The country of phone numbers that are written without one.")
        @Nullable
        String defaultRegion) {

    /** Its fields, written by a person. */
    ContactFields fields() {
        String tidyName = TidyText.name(name);
        return new ContactFields(
                tidyName,
                tidyName == null ? NameSource.NONE : NameSource.PERSON,
                avatarUrl,
                language,
                timezone,
                Location.orNull(location),
                Boolean.TRUE.equals(blocked),
                Boolean.TRUE.equals(group),
                tags == null ? List.of() : TidyText.tags(tags),
                attributes == null ? Map.of() : TidyText.attributes(attributes));
    }
}
