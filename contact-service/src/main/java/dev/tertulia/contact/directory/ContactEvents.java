package dev.tertulia.contact.directory;

import dev.tertulia.contact.identity.Identity;
import dev.tertulia.contact.identity.OwnedIdentity;
import dev.tertulia.contracts.contact.ContactCreated;
import dev.tertulia.contracts.contact.ContactDetails;
import dev.tertulia.contracts.contact.ContactErased;
import dev.tertulia.contracts.contact.ContactEvent;
import dev.tertulia.contracts.contact.ContactMerged;
import dev.tertulia.contracts.contact.ContactTopics;
import dev.tertulia.contracts.contact.ContactUnmerged;
import dev.tertulia.contracts.contact.ContactUpdated;
import dev.tertulia.contracts.contact.IdentityDetails;
import dev.tertulia.platform.events.OutboxEvent;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a contact, in the words of the contract. */
public final class ContactEvents {
    /** Over the API. */
    public static final String BY_PERSON = "person";

    /** They wrote to us. */
    public static final String BY_MESSAGE = "message";

    private ContactEvents() {}

    /** With the contact's sequence after the event, as the outbox takes it. */
    public static OutboxEvent at(long sequence, ContactEvent event) {
        return OutboxEvent.of(topic(event), event.contactId(), sequence, event);
    }

    public static ContactCreated created(ContactView contact, String origin) {
        return new ContactCreated(contact.id(), origin, details(contact));
    }

    public static ContactUpdated updated(ContactView contact, Collection<String> changed) {
        return new ContactUpdated(contact.id(), List.copyOf(changed), details(contact));
    }

    public static ContactMerged merged(
            ContactView survivor, UUID duplicateId, @Nullable UUID mergeId, List<Identity> identitiesOfDuplicate) {
        return new ContactMerged(
                survivor.id(),
                duplicateId,
                mergeId,
                identitiesOfDuplicate.stream().map(ContactEvents::details).toList(),
                details(survivor));
    }

    public static ContactUnmerged unmerged(ContactView survivor, ContactView duplicate, UUID mergeId) {
        return new ContactUnmerged(survivor.id(), duplicate.id(), mergeId, details(survivor), details(duplicate));
    }

    static ContactErased erased(UUID contactId, List<UUID> formerIds) {
        return new ContactErased(contactId, formerIds);
    }

    private static String topic(ContactEvent event) {
        return switch (event) {
            case ContactCreated created -> ContactTopics.CREATED;
            case ContactUpdated updated -> ContactTopics.UPDATED;
            case ContactMerged merged -> ContactTopics.MERGED;
            case ContactUnmerged unmerged -> ContactTopics.UNMERGED;
            case ContactErased erased -> ContactTopics.ERASED;
        };
    }

    private static ContactDetails details(ContactView contact) {
        ContactFields fields = contact.fields();
        return new ContactDetails(
                contact.id(),
                fields.name(),
                fields.avatarUrl(),
                fields.language(),
                fields.timezone(),
                fields.blocked(),
                fields.group(),
                fields.tags(),
                contact.identities().stream()
                        .map(OwnedIdentity::identity)
                        .map(ContactEvents::details)
                        .toList());
    }

    private static IdentityDetails details(Identity identity) {
        return new IdentityDetails(identity.kind(), identity.scope(), identity.value(), identity.address());
    }
}
