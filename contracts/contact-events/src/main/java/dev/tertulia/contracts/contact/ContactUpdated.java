package dev.tertulia.contracts.contact;

import java.util.List;
import java.util.UUID;

/**
 * Something about a contact changed. That it wrote to us again does not count as a change.
 *
 * @param changed names of the fields that changed, as the API calls them; {@code identities} when one came or went
 */
public record ContactUpdated(UUID contactId, List<String> changed, ContactDetails contact) implements ContactEvent {
    public ContactUpdated {
        changed = List.copyOf(changed);
    }
}
