package dev.tertulia.messaging.contact;

import dev.tertulia.contracts.contact.ContactCreated;
import dev.tertulia.contracts.contact.ContactDetails;
import dev.tertulia.contracts.contact.ContactErased;
import dev.tertulia.contracts.contact.ContactMerged;
import dev.tertulia.contracts.contact.ContactTopics;
import dev.tertulia.contracts.contact.ContactUnmerged;
import dev.tertulia.contracts.contact.ContactUpdated;
import dev.tertulia.messaging.conversation.ConversationUpkeep;
import dev.tertulia.platform.events.UnreadableEventException;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what contact-service says of contacts: their names, and which of them are one. */
@ApplicationScoped
class ContactConsumer implements EventConsumer {
    private final TenantDatabase database;
    private final ContactRepository contacts;
    private final ConversationUpkeep conversations;

    ContactConsumer(TenantDatabase database, ContactRepository contacts, ConversationUpkeep conversations) {
        this.database = database;
        this.contacts = contacts;
        this.conversations = conversations;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public Set<String> topics() {
        return Set.of(
                ContactTopics.CREATED,
                ContactTopics.UPDATED,
                ContactTopics.MERGED,
                ContactTopics.UNMERGED,
                ContactTopics.ERASED);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        return database.inTransactionUnderWay(connection -> switch (event.type()) {
            case ContactTopics.CREATED -> {
                ContactCreated created = event.as(ContactCreated.class);
                yield keep(connection, created.contactId(), created.contact(), event.sequence());
            }
            case ContactTopics.UPDATED -> {
                ContactUpdated updated = event.as(ContactUpdated.class);
                yield keep(connection, updated.contactId(), updated.contact(), event.sequence());
            }
            case ContactTopics.MERGED -> merge(connection, event, event.as(ContactMerged.class));
            case ContactTopics.UNMERGED -> divide(connection, event, event.as(ContactUnmerged.class));
            case ContactTopics.ERASED -> erase(connection, event, event.as(ContactErased.class));
            default -> throw new UnreadableEventException("No event of a contact");
        });
    }

    private Uni<Void> keep(SqlConnection connection, UUID id, ContactDetails contact, long sequence) {
        require(id, "contactId");
        require(contact, "contact");
        return contacts.keep(connection, id, contact.name(), contact.blocked(), sequence)
                .flatMap(kept -> kept.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : conversations.rename(connection, id, kept.get().before(), contact.name()));
    }

    private Uni<Void> merge(SqlConnection connection, ConsumedEvent event, ContactMerged merged) {
        require(merged.contactId(), "contactId");
        require(merged.duplicateId(), "duplicateId");
        UUID duplicate = merged.duplicateId();
        return keep(connection, merged.contactId(), merged.contact(), event.sequence())
                .chain(() -> contacts.merge(
                        connection, duplicate, merged.contactId(), merged.contactId(), event.sequence(), event.time()))
                .flatMap(last -> last
                        ? contacts.survivor(connection, merged.contactId())
                                .flatMap(survivor -> contacts.moveIdentities(connection, duplicate, survivor)
                                        .flatMap(moved -> conversations.moveToContact(connection, moved, survivor)))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> divide(SqlConnection connection, ConsumedEvent event, ContactUnmerged unmerged) {
        require(unmerged.contactId(), "contactId");
        require(unmerged.duplicateId(), "duplicateId");
        require(unmerged.duplicate(), "duplicate");
        UUID duplicate = unmerged.duplicateId();
        return keep(connection, unmerged.contactId(), unmerged.contact(), event.sequence())
                // Which sequence the duplicate has is not said: its name stands only where none was told of before.
                .chain(() -> keep(connection, duplicate, unmerged.duplicate(), 0))
                .chain(() -> contacts.merge(
                        connection, duplicate, null, unmerged.contactId(), event.sequence(), event.time()))
                .flatMap(last -> last
                        ? contacts.survivor(connection, unmerged.contactId())
                                .flatMap(survivor -> contacts.moveIdentities(
                                        connection,
                                        survivor,
                                        duplicate,
                                        unmerged.duplicate().identities()))
                                .flatMap(moved -> conversations.moveToContact(connection, moved, duplicate))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> erase(SqlConnection connection, ConsumedEvent event, ContactErased erased) {
        require(erased.contactId(), "contactId");
        List<UUID> ids = new ArrayList<>(erased.formerIds());
        ids.add(erased.contactId());
        return contacts.erase(connection, ids, event.sequence())
                .flatMap(identities -> conversations.forgetContact(connection, identities));
    }

    /** What a contract promises may be missing all the same in what comes from outside. */
    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new UnreadableEventException("The event lacks " + field);
        }
    }
}
