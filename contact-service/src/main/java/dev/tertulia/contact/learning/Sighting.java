package dev.tertulia.contact.learning;

import dev.tertulia.contact.identity.Identity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event tells of a contact.
 *
 * @param contactId what messaging calls the contact; it may not know yet what it is called here
 * @param name what the provider calls them
 * @param identities of one person, the surest first; never empty
 * @param at when they wrote, as the provider has it
 * @param interaction whether they wrote, or were only mentioned
 * @param committedAt when messaging knew of it
 * @param requestId the request that caused it
 */
record Sighting(
        UUID contactId,
        @Nullable String name,
        List<Identity> identities,
        Instant at,
        boolean interaction,
        Instant committedAt,
        @Nullable String requestId) {

    Sighting {
        identities = List.copyOf(identities);
    }
}
