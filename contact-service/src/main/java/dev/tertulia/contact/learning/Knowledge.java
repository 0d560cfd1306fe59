package dev.tertulia.contact.learning;

import dev.tertulia.contact.identity.IdentityKey;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of whom a batch of sightings mentions.
 *
 * @param owners whose the identities are; contacts that are neither merged nor erased
 * @param contacts the owners, the contacts that messaging named, and what those were merged into
 */
record Knowledge(Map<IdentityKey, UUID> owners, Map<UUID, KnownContact> contacts) {
    Knowledge {
        owners = Map.copyOf(owners);
        contacts = Map.copyOf(contacts);
    }
}
