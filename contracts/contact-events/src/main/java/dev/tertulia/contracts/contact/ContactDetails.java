package dev.tertulia.contracts.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it is after the event, so that a consumer needs no earlier one.
 *
 * @param identities all of them, in no particular order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactDetails(
        UUID id,
        @Nullable String name,
        @Nullable String avatarUrl,
        @Nullable String language,
        @Nullable String timezone,
        boolean blocked,
        @JsonProperty("isGroup") boolean group,
        List<String> tags,
        List<IdentityDetails> identities) {

    public ContactDetails {
        tags = List.copyOf(tags);
        identities = List.copyOf(identities);
    }
}
