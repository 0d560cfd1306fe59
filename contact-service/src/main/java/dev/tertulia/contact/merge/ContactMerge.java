package dev.tertulia.contact.merge;

import dev.tertulia.contact.directory.ContactFields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge as it is kept: all that is needed to undo it.
 *
 * @param before the survivor's fields
 * @param after the survivor's fields
 * @param identityIds those that went from the duplicate to the survivor
 * @param mergedBy the actor's id
 */
record ContactMerge(
        UUID id,
        UUID contactId,
        UUID duplicateId,
        ContactFields before,
        ContactFields after,
        List<UUID> identityIds,
        @Nullable Instant survivorLastInteractionAt,
        @Nullable Instant duplicateLastInteractionAt,
        long duplicateInteractionCount,
        String mergedBy,
        Instant mergedAt,
        @Nullable Instant undoneAt) {

    boolean undone() {
        return undoneAt != null;
    }
}
