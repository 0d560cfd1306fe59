package dev.tertulia.contact.directory;

import dev.tertulia.contact.identity.OwnedIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it stands in the database, with its identities and its activity.
 *
 * @param sequence of its last event
 * @param version of what people edit
 * @param lastInteractionAt absent where it never wrote
 * @param sortName what it is sorted by when sorted by name
 */
public record ContactView(
        UUID id,
        ContactFields fields,
        List<OwnedIdentity> identities,
        long sequence,
        long version,
        @Nullable Instant lastInteractionAt,
        long interactionCount,
        @Nullable UUID mergedInto,
        @Nullable Instant erasedAt,
        Instant createdAt,
        Instant updatedAt,
        String sortName) {

    /** Neither merged nor erased. */
    public boolean live() {
        return mergedInto == null && erasedAt == null;
    }
}
