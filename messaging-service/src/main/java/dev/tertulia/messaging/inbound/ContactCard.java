package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card that somebody shares.
 *
 * @param name as it is to be shown; a card may have none
 * @param vcard the card as vCard text, when the provider gives it
 * @param details all that the provider gives: name parts, addresses, links, birthday
 */
public record ContactCard(
        @Nullable String name,
        @Nullable String company,
        List<CardPhone> phones,
        List<CardEmail> emails,
        @Nullable String vcard,
        @Nullable JsonNode details) {

    /** @param phone as written on the card; @param waId the provider's address when the number has one */
    public record CardPhone(
            @Nullable String phone,
            @Nullable String waId,
            @Nullable String type) {}

    public record CardEmail(
            @Nullable String email, @Nullable String type) {}
}
