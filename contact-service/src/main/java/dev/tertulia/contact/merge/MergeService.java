package dev.tertulia.contact.merge;

import dev.tertulia.contact.directory.ContactEvents;
import dev.tertulia.contact.directory.ContactFields;
import dev.tertulia.contact.directory.ContactProblem;
import dev.tertulia.contact.directory.ContactRecords;
import dev.tertulia.contact.directory.ContactView;
import dev.tertulia.contact.identity.ContactAllowance;
import dev.tertulia.contact.identity.ContactLocks;
import dev.tertulia.contact.identity.IdentityRepository;
import dev.tertulia.contact.identity.IdentityRepository.MovedIdentity;
import dev.tertulia.platform.allowance.Allowance;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Merges contacts and undoes it. Whoever works on contacts waits meanwhile, so that nothing falls between the two. */
@ApplicationScoped
class MergeService {
    private static final Sort LATEST_FIRST = Sort.by("contact-merges", UUID.class);

    private final MergeRepository merges;
    private final ContactRecords contacts;
    private final IdentityRepository identities;
    private final TenantDatabase database;
    private final Outbox outbox;
    private final Allowance allowance;
    private final Clock clock;

    MergeService(
            MergeRepository merges,
            ContactRecords contacts,
            IdentityRepository identities,
            TenantDatabase database,
            Outbox outbox,
            Allowance allowance,
            Clock clock) {
        this.merges = merges;
        this.contacts = contacts;
        this.identities = identities;
        this.database = database;
        this.outbox = outbox;
        this.allowance = allowance;
        this.clock = clock;
    }

    /**
     * Gives the contact all that the duplicate has and publishes {@code contact.merged}. Repeating it gives the merge that
     * was made.
     */
    Uni<ContactMerge> merge(UUID contactId, UUID duplicateId, String actor) {
        if (contactId.equals(duplicateId)) {
            return Uni.createFrom().failure(ProblemException.invalid("duplicateId", "must be another contact"));
        }
        return database.inTransaction(connection -> ContactLocks.ownTenant(connection)
                .chain(() -> contacts.lock(connection, List.of(contactId, duplicateId)))
                .chain(() -> contacts.views(connection, List.of(contactId, duplicateId)))
                .flatMap(views -> {
                    ContactView contact =
                            known(views, contactId).orElseThrow(() -> ProblemException.of(ContactProblem.NOT_FOUND));
                    ContactView duplicate = known(views, duplicateId)
                            .orElseThrow(() -> ProblemException.invalid("duplicateId", "must be a contact's id"));
                    if (contactId.equals(duplicate.mergedInto())) {
                        return madeBefore(connection, duplicate);
                    }
                    requireNotMerged(contact);
                    requireNotMerged(duplicate);
                    return merge(connection, contact, duplicate, actor);
                }));
    }

    private Uni<ContactMerge> merge(
            SqlConnection connection, ContactView contact, ContactView duplicate, String actor) {
        ContactFields after = FieldMerge.merge(contact.fields(), duplicate.fields());
        return identities.move(connection, duplicate.id(), contact.id()).flatMap(moved -> {
            ContactMerge merge = new ContactMerge(
                    UuidV7.next(),
                    contact.id(),
                    duplicate.id(),
                    contact.fields(),
                    after,
                    moved.stream().map(MovedIdentity::id).toList(),
                    contact.lastInteractionAt(),
                    duplicate.lastInteractionAt(),
                    duplicate.interactionCount(),
                    actor,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null);
            return contacts.write(connection, contact.id(), after)
                    .chain(() -> merges.bury(connection, duplicate.id(), contact.id()))
                    .chain(() -> merges.addActivity(connection, contact.id(), duplicate.id()))
                    .chain(() -> merges.insert(connection, merge))
                    .chain(() -> contacts.views(connection, List.of(contact.id())))
                    .map(List::getFirst)
                    .chain(merged -> outbox.append(ContactEvents.at(
                            merged.sequence(),
                            ContactEvents.merged(
                                    merged,
                                    duplicate.id(),
                                    merge.id(),
                                    moved.stream().map(MovedIdentity::identity).toList()))))
                    .chain(() -> allowance.release(ContactAllowance.CONTACTS, 1))
                    .replaceWith(merge);
        });
    }

    /** What an event of messaging's made one never was two contacts here: there is no merge to show. */
    private Uni<ContactMerge> madeBefore(SqlConnection connection, ContactView duplicate) {
        return merges.ofDuplicate(connection, duplicate.id())
                .map(made -> made.orElseThrow(
                        () -> ProblemException.invalid("duplicateId", "is only another id of this contact")));
    }

    /**
     * Makes two contacts of one again and publishes {@code contact.unmerged}. What was changed since the merge stays with
     * the survivor. Repeating it is a no-op. There is one contact more afterwards: it fails where the plan allows no more.
     */
    Uni<ContactMerge> undo(UUID mergeId, String actor) {
        return database.inTransaction(connection -> ContactLocks.ownTenant(connection)
                .chain(() -> find(connection, mergeId))
                .flatMap(merge -> merge.undone() ? Uni.createFrom().item(merge) : undo(connection, merge, actor)));
    }

    private Uni<ContactMerge> undo(SqlConnection connection, ContactMerge merge, String actor) {
        List<UUID> both = List.of(merge.contactId(), merge.duplicateId());
        return contacts.lock(connection, both)
                .chain(() -> contacts.views(connection, both))
                .map(views -> known(views, merge.contactId()).orElseThrow())
                .invoke(MergeService::requireNotBuried)
                .call(contact -> contacts.write(
                        connection, contact.id(), FieldMerge.undo(contact.fields(), merge.before(), merge.after())))
                .chain(() ->
                        identities.moveBack(connection, merge.contactId(), merge.duplicateId(), merge.identityIds()))
                .chain(() -> merges.bury(connection, merge.duplicateId(), null))
                .chain(() -> merges.takeActivityBack(connection, merge))
                .chain(() -> merges.markUndone(connection, merge.id(), clock.instant(), actor))
                .chain(() -> contacts.views(connection, both))
                .chain(views -> publishUnmerged(merge, views))
                .chain(() -> find(connection, merge.id()))
                .call(() -> allowance.reserve(ContactAllowance.CONTACTS, 1));
    }

    private Uni<Void> publishUnmerged(ContactMerge merge, List<ContactView> views) {
        ContactView contact = known(views, merge.contactId()).orElseThrow();
        ContactView duplicate = known(views, merge.duplicateId()).orElseThrow();
        return outbox.append(
                ContactEvents.at(contact.sequence(), ContactEvents.unmerged(contact, duplicate, merge.id())));
    }

    /** Of a contact, the latest first, also those that were undone. */
    Uni<Page<ContactMerge>> ofContact(UUID contactId, PageRequest page) {
        UUID before = page.after(LATEST_FIRST).map(place -> place.uuid(0)).orElse(null);
        return database.inTransaction(connection -> contacts.resolve(connection, contactId)
                .map(id -> id.orElseThrow(() -> ProblemException.of(ContactProblem.NOT_FOUND)))
                .flatMap(id -> merges.ofContact(connection, id, page.fetchSize(), before))
                .map(found -> Page.of(found, page, merge -> LATEST_FIRST.cursor(merge.id()))));
    }

    private Uni<ContactMerge> find(SqlConnection connection, UUID mergeId) {
        return merges.find(connection, mergeId)
                .map(found -> found.orElseThrow(() -> ProblemException.of(MergeProblem.NOT_FOUND)));
    }

    private static Optional<ContactView> known(List<ContactView> views, UUID id) {
        return views.stream()
                .filter(view -> view.id().equals(id) && view.erasedAt() == null)
                .findFirst();
    }

    private static void requireNotMerged(ContactView contact) {
        if (contact.mergedInto() != null) {
            throw ProblemException.of(
                            ContactProblem.MERGED,
                            "Contact " + contact.id() + " was merged into " + contact.mergedInto() + ".")
                    .with("contactId", contact.mergedInto());
        }
    }

    private static void requireNotBuried(ContactView contact) {
        if (contact.mergedInto() != null) {
            throw ProblemException.of(
                            MergeProblem.BURIED,
                            "The contact was itself merged into " + contact.mergedInto() + ": undo that first.")
                    .with("contactId", contact.mergedInto());
        }
    }
}
