package dev.tertulia.contracts.contact;

import java.util.UUID;

/**
 * A contact is known from now on.
 *
 * @param origin who told of it: {@code person} (over the API) or {@code message} (it wrote to us)
 */
public record ContactCreated(UUID contactId, String origin, ContactDetails contact) implements ContactEvent {}
