package dev.tertulia.contact.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tertulia.contact.identity.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact, as it is shown. */
@Schema(description = "A person or group outside, known to the tenant.")
record ContactResponse(
        UUID id,
        @Schema(examples = "Lucía Peña") @Nullable String name,

        @Schema(examples = "https://cdn.example.com/lucia.png") @Nullable
        String avatarUrl,

        @Schema(examples = "es") @Nullable String language,
        @Schema(examples = "America/Bogota") @Nullable String timezone,
        @Nullable Location location,
        boolean blocked,
        @JsonProperty("isGroup") boolean group,
        @Schema(examples = "[\"vip\"]") List<String> tags,

        @Schema(description = "Custom attributes.", examples = "{\"plan\": \"gold\"}")
        Map<String, Object> attributes,

        @Schema(description = "The phone numbers among the identities.", examples = "[\"+573001112233\"]")
        List<String> phones,

        @Schema(description = "The e-mail addresses among the identities.", examples = "[\"lucia@example.com\"]")
        List<String> emails,

        List<IdentityResponse> identities,

        @Schema(description = "When they last wrote; absent if never.") @Nullable
        Instant lastInteractionAt,

        @Schema(description = "How often they wrote.", examples = "12")
        long interactionCount,

        Instant createdAt,
        Instant updatedAt) {

    static ContactResponse from(ContactView contact) {
        ContactFields fields = contact.fields();
        return new ContactResponse(
                contact.id(),
                fields.name(),
                fields.avatarUrl(),
                fields.language(),
                fields.timezone(),
                fields.location(),
                fields.blocked(),
                fields.group(),
                fields.tags(),
                fields.attributes(),
                addresses(contact, Identity.PHONE),
                addresses(contact, Identity.EMAIL),
                contact.identities().stream().map(IdentityResponse::from).toList(),
                contact.lastInteractionAt(),
                contact.interactionCount(),
                contact.createdAt(),
                contact.updatedAt());
    }

    private static List<String> addresses(ContactView contact, String kind) {
        return contact.identities().stream()
                .map(owned -> owned.identity())
                .filter(identity -> identity.kind().equals(kind))
                .map(Identity::address)
                .toList();
    }
}
