package dev.tertulia.contracts.contact;

import java.util.List;
import java.util.UUID;

/**
 * A contact was deleted. Whoever keeps its name, avatar or identities forgets them.
 *
 * @param formerIds the contacts that had been merged into it, erased with it
 */
public record ContactErased(UUID contactId, List<UUID> formerIds) implements ContactEvent {
    public ContactErased {
        formerIds = List.copyOf(formerIds);
    }
}
