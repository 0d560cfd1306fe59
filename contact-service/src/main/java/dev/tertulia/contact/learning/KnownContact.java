package dev.tertulia.contact.learning;

import dev.tertulia.contact.directory.NameSource;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As much of a contact as decides what a sighting changes about it. */
record KnownContact(
        UUID id,
        @Nullable String name,
        NameSource nameSource,
        @Nullable Instant lastInteractionAt,
        @Nullable UUID mergedInto,
        @Nullable Instant erasedAt) {

    /** One that is heard of for the first time. */
    static KnownContact unheardOf(UUID id) {
        return new KnownContact(id, null, NameSource.NONE, null, null, null);
    }

    KnownContact named(String providersName) {
        return new KnownContact(id, providersName, NameSource.PROVIDER, lastInteractionAt, mergedInto, erasedAt);
    }

    KnownContact heardAt(Instant at) {
        return lastInteractionAt != null && lastInteractionAt.isAfter(at)
                ? this
                : new KnownContact(id, name, nameSource, at, mergedInto, erasedAt);
    }

    /**
     * Whether the provider's name becomes the contact's: it fills an empty name and follows the provider's later ones, but
     * never touches what a person wrote, and an older message does not bring back an older name.
     */
    boolean takes(@Nullable String providersName, Instant at) {
        return providersName != null
                && nameSource.yieldsToProvider()
                && !providersName.equals(name)
                && (name == null || lastInteractionAt == null || !at.isBefore(lastInteractionAt));
    }
}
