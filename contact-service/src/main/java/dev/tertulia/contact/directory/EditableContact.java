package dev.tertulia.contact.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/** What of a contact can be changed, as it stands in the response. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What of a contact can be changed. Its ways to be reached are changed under its identities.")
record EditableContact(
        @Size(max = 200) @Schema(examples = "Lucía Peña") @Nullable
        String name,

        @Size(max = 2048)
        @URL(regexp = "https?://.*", message = "must be an http or https URL")
        @Schema(examples = "https://cdn.example.com/lucia.png")
        @Nullable
        String avatarUrl,

        @Size(max = 35) @Pattern(regexp = LANGUAGE, message = LANGUAGE_MESSAGE) @Schema(examples = "es") @Nullable
        String language,

        @TimeZoneName @Schema(examples = "America/Bogota") @Nullable
        String timezone,

        @Valid @Nullable Location location,

        boolean blocked,
        @JsonProperty("isGroup") boolean group,

        @Schema(examples = "[\"vip\"]") @Size(max = 100) List<@NotBlank @Size(max = 60) String> tags,

        @Schema(examples = "{\"plan\": \"gold\"}") @AttributeValues
        Map<String, Object> attributes) {
    static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
    static final String LANGUAGE_MESSAGE = "must be a language tag, such as es or pt-BR";

    EditableContact {
        tags = tags == null ? List.of() : tags;
        attributes = attributes == null ? Map.of() : attributes;
    }

    static EditableContact of(ContactFields fields) {
        return new EditableContact(
                fields.name(),
                fields.avatarUrl(),
                fields.language(),
                fields.timezone(),
                fields.location(),
                fields.blocked(),
                fields.group(),
                fields.tags(),
                fields.attributes());
    }

    /** These fields as a person's doing: a name that is new is theirs, one that stays keeps who gave it. */
    ContactFields after(ContactFields before) {
        String written = TidyText.name(name);
        return new ContactFields(
                written,
                nameSource(written, before),
                avatarUrl,
                language,
                timezone,
                Location.orNull(location),
                blocked,
                group,
                TidyText.tags(tags),
                TidyText.attributes(attributes));
    }

    private static NameSource nameSource(@Nullable String written, ContactFields before) {
        if (written == null) {
            return NameSource.NONE;
        }
        return written.equals(before.name()) ? before.nameSource() : NameSource.PERSON;
    }
}
