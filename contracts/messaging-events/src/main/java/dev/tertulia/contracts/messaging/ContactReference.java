package dev.tertulia.contracts.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end. Messaging mints the id when it first hears of an identity; where contact-service knows the
 * identity already, its id wins and {@code contact.merged} says so.
 *
 * @param name what the provider or contact-service calls them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactReference(UUID id, @Nullable String name, Identity identity) {

    /**
     * @param kind the channel's type: whatsapp, …
     * @param scope within which the value is unique; empty where it is unique everywhere
     * @param value canonical, for matching: a phone's digits with country code, or a user id
     * @param address the provider's own form, for sending
     * @param phone E.164, where the identity is a phone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Identity(
            String kind,
            String scope,
            String value,
            String address,
            @Nullable String phone,
            @Nullable String userId) {}
}
