package dev.tertulia.contact.learning;

import dev.tertulia.contact.identity.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch of sightings changes about one contact. */
final class ContactLesson {
    /** How the contact stands before the batch. */
    enum Before {
        KNOWN,
        /** It is made with the id that messaging minted. */
        UNKNOWN,
        /** Its empty shell is filled again. */
        ERASED
    }

    /** An id of messaging's that is only another name for the contact. */
    record Alias(UUID id, List<Identity> identities) {}

    final UUID contactId;
    final Before before;
    final @Nullable String requestId;
    final List<Identity> newIdentities = new ArrayList<>();
    final List<Alias> aliases = new ArrayList<>();
    private @Nullable String name;
    private @Nullable Instant lastInteractionAt;
    private long interactions;

    ContactLesson(UUID contactId, Before before, @Nullable String requestId) {
        this.contactId = contactId;
        this.before = before;
        this.requestId = requestId;
    }

    void name(String providersName) {
        name = providersName;
    }

    void interaction(Instant at) {
        interactions++;
        if (lastInteractionAt == null || at.isAfter(lastInteractionAt)) {
            lastInteractionAt = at;
        }
    }

    /** The provider's, if it becomes the contact's. */
    @Nullable
    String name() {
        return name;
    }

    long interactions() {
        return interactions;
    }

    /** Of this batch; absent where nobody wrote. */
    @Nullable
    Instant lastInteractionAt() {
        return lastInteractionAt;
    }

    /** The fields of a known contact that change, as the API calls them. */
    Set<String> changed() {
        Set<String> changed = new LinkedHashSet<>();
        if (name != null) {
            changed.add("name");
        }
        if (!newIdentities.isEmpty()) {
            changed.add("identities");
        }
        return changed;
    }

    /** That it wrote again is told by messaging already. */
    int events() {
        boolean tellsOfItself = before != Before.KNOWN || !changed().isEmpty();
        return (tellsOfItself ? 1 : 0) + aliases.size();
    }
}
