package dev.tertulia.contact.directory;

import dev.tertulia.contact.identity.ContactAllowance;
import dev.tertulia.contact.identity.ContactLocks;
import dev.tertulia.contact.identity.Identity;
import dev.tertulia.contact.identity.IdentityProblem;
import dev.tertulia.contact.identity.IdentityRepository;
import dev.tertulia.contact.identity.IdentityRepository.NewIdentity;
import dev.tertulia.contact.identity.OwnedIdentity;
import dev.tertulia.contracts.contact.ContactEvent;
import dev.tertulia.platform.allowance.Allowance;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Contacts as people keep them. Each change commits together with the event that tells of it. What is said of one contact
 * while it is merged into another, or erased, fails with {@link ContactProblem}.
 */
@ApplicationScoped
class ContactService {
    static final int MOST_IDENTITIES = 100;

    private final ContactRepository contacts;
    private final ContactRecords records;
    private final IdentityRepository identities;
    private final TenantDatabase database;
    private final Outbox outbox;
    private final Allowance allowance;
    private final DirectoryConfig config;
    private final Clock clock;

    ContactService(
            ContactRepository contacts,
            ContactRecords records,
            IdentityRepository identities,
            TenantDatabase database,
            Outbox outbox,
            Allowance allowance,
            DirectoryConfig config,
            Clock clock) {
        this.contacts = contacts;
        this.records = records;
        this.identities = identities;
        this.database = database;
        this.outbox = outbox;
        this.allowance = allowance;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Fails with {@link IdentityProblem#IDENTITY_TAKEN} when another contact has one of the identities, and where the plan
     * allows no more contacts.
     */
    Uni<ContactView> create(CreateContactRequest request) {
        RequestedIdentities wanted = RequestedIdentities.of(request, region());
        Contact contact = new Contact(UuidV7.next(), request.fields());
        return changing(connection -> ContactLocks.shareTenant(connection)
                .chain(() -> requireFree(connection, wanted))
                .chain(() -> contact.persistAndFlush())
                .chain(() -> contacts.startActivity(connection, contact.id))
                .chain(() -> identities.add(connection, owned(contact.id, wanted.identities())))
                .chain(() ->
                        publish(connection, contact.id, view -> ContactEvents.created(view, ContactEvents.BY_PERSON)))
                .call(() -> allowance.reserve(ContactAllowance.CONTACTS, 1)));
    }

    /** A contact that was merged is answered as the one that it was merged into. */
    Uni<ContactView> get(UUID id) {
        return database.inTransaction(connection -> records.resolve(connection, id)
                .flatMap(resolved -> resolved.isEmpty()
                        ? Uni.createFrom().failure(notFound())
                        : records.views(connection, List.of(resolved.get())))
                .map(views ->
                        views.stream().filter(ContactView::live).findFirst().orElseThrow(ContactService::notFound)));
    }

    Uni<Page<ContactView>> list(ContactQuery query, PageRequest page) {
        return database.inTransaction(connection -> contacts.list(connection, query, page));
    }

    /** A patch that changes nothing has no effect and tells nothing. */
    Uni<ContactView> edit(UUID id, MergePatch<EditableContact> patch, @Nullable String ifMatch) {
        return changing(connection -> liveToChange(connection, id).flatMap(contact -> {
            EntityTags.requireMatch(ifMatch, contact.version);
            ContactFields before = contact.fields();
            Set<String> changed =
                    contact.edit(patch.apply(EditableContact.of(before)).after(before));
            return changed.isEmpty()
                    ? view(connection, id)
                    : contacts.flush()
                            .chain(() -> publish(connection, id, view -> ContactEvents.updated(view, changed)));
        }));
    }

    /**
     * Erases the contact, those that were merged into it, and what their merges kept. Empty shells with their ids remain,
     * so that an older message that is still under way does not bring the contact back.
     */
    Uni<Void> erase(UUID id, @Nullable String ifMatch) {
        return changing(connection -> ContactLocks.ownTenant(connection)
                .chain(() -> liveToChange(connection, id))
                .invoke(contact -> EntityTags.requireMatch(ifMatch, contact.version))
                .flatMap(contact ->
                        records.former(connection, id).flatMap(former -> erase(connection, contact, former))));
    }

    private Uni<Void> erase(SqlConnection connection, Contact contact, List<UUID> former) {
        List<UUID> all = new ArrayList<>(former);
        all.add(contact.id);
        return identities
                .removeAll(connection, all)
                .invoke(() -> contact.erase(clock.instant()))
                .chain(contacts::flush)
                .chain(() -> contacts.eraseTraces(connection, contact.id, former))
                .chain(() ->
                        outbox.append(ContactEvents.at(contact.sequence, ContactEvents.erased(contact.id, former))))
                .chain(() -> allowance.release(ContactAllowance.CONTACTS, 1));
    }

    /** Adding what the contact has already changes nothing. Fails with {@link IdentityProblem}. */
    Uni<OwnedIdentity> addIdentity(UUID id, IdentityRequest request) {
        RequestedIdentities wanted = RequestedIdentities.of(request, region());
        Identity main = wanted.identities().iterator().next();
        return changing(connection -> ContactLocks.shareTenant(connection)
                .chain(() -> ContactLocks.lockNew(connection, wanted.keys(), List.of()))
                .chain(() -> liveToChange(connection, id))
                .flatMap(contact -> identities
                        .find(connection, wanted.keys())
                        .flatMap(found -> addMissing(connection, contact, wanted, found)))
                .map(view -> view.identities().stream()
                        .filter(owned -> owned.identity().key().equals(main.key()))
                        .findFirst()
                        .orElseThrow()));
    }

    private Uni<ContactView> addMissing(
            SqlConnection connection, Contact contact, RequestedIdentities wanted, List<OwnedIdentity> found) {
        List<OwnedIdentity> taken = found.stream()
                .filter(owned -> !owned.contactId().equals(contact.id))
                .toList();
        if (!taken.isEmpty()) {
            return Uni.createFrom().failure(taken(wanted, taken));
        }
        List<Identity> missing = wanted.identities().stream()
                .filter(identity ->
                        found.stream().noneMatch(owned -> owned.identity().key().equals(identity.key())))
                .toList();
        if (missing.isEmpty()) {
            return view(connection, contact.id);
        }
        return view(connection, contact.id)
                .invoke(view -> requireRoom(view, missing.size()))
                .chain(() -> identities.add(connection, owned(contact.id, missing)))
                .chain(() -> identitiesChanged(connection, contact));
    }

    /** Fails with {@link IdentityProblem#IDENTITY_NOT_FOUND}. */
    Uni<Void> removeIdentity(UUID id, UUID identityId) {
        return changing(connection -> ContactLocks.ownTenant(connection)
                .chain(() -> liveToChange(connection, id))
                .flatMap(contact -> identities
                        .remove(connection, id, identityId)
                        .flatMap(removed -> removed
                                ? identitiesChanged(connection, contact)
                                : Uni.createFrom().failure(ProblemException.of(IdentityProblem.IDENTITY_NOT_FOUND))))
                .replaceWithVoid());
    }

    private Uni<ContactView> identitiesChanged(SqlConnection connection, Contact contact) {
        contact.identitiesChanged();
        return contacts.flush()
                .chain(() ->
                        publish(connection, contact.id, view -> ContactEvents.updated(view, List.of("identities"))));
    }

    /** Panache begins the transaction, so that entities, SQL and the outbox share it. */
    private <T> Uni<T> changing(Function<SqlConnection, Uni<T>> work) {
        return Panache.withTransaction(() -> database.inTransaction(work));
    }

    private Uni<Void> requireFree(SqlConnection connection, RequestedIdentities wanted) {
        return ContactLocks.lockNew(connection, wanted.keys(), List.of())
                .chain(() -> identities.find(connection, wanted.keys()))
                .invoke(found -> {
                    if (!found.isEmpty()) {
                        throw taken(wanted, found);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Contact> liveToChange(SqlConnection connection, UUID id) {
        return contacts.findToChange(id).flatMap(contact -> {
            if (contact == null || contact.erasedAt != null) {
                return Uni.createFrom().failure(notFound());
            }
            UUID into = contact.mergedInto;
            return into == null
                    ? Uni.createFrom().item(contact)
                    : records.resolve(connection, into)
                            .flatMap(survivor -> Uni.createFrom().failure(merged(survivor.orElse(into))));
        });
    }

    private Uni<ContactView> publish(SqlConnection connection, UUID id, Function<ContactView, ContactEvent> event) {
        return view(connection, id).call(view -> outbox.append(ContactEvents.at(view.sequence(), event.apply(view))));
    }

    private Uni<ContactView> view(SqlConnection connection, UUID id) {
        return records.views(connection, List.of(id)).map(List::getFirst);
    }

    private @Nullable String region() {
        return config.defaultRegion().orElse(null);
    }

    private static List<NewIdentity> owned(UUID contactId, Collection<Identity> identities) {
        return identities.stream()
                .map(identity -> new NewIdentity(contactId, identity))
                .toList();
    }

    private static void requireRoom(ContactView contact, int more) {
        if (contact.identities().size() + more > MOST_IDENTITIES) {
            throw ProblemException.invalid("value", "a contact has at most " + MOST_IDENTITIES + " identities");
        }
    }

    static ProblemException notFound() {
        return ProblemException.of(ContactProblem.NOT_FOUND);
    }

    private static ProblemException merged(UUID survivor) {
        return ProblemException.of(ContactProblem.MERGED, "Change contact " + survivor + " instead, or undo the merge.")
                .with("contactId", survivor);
    }

    private static ProblemException taken(RequestedIdentities wanted, List<OwnedIdentity> taken) {
        UUID owner = taken.getFirst().contactId();
        List<FieldError> errors = taken.stream()
                .map(owned ->
                        new FieldError(wanted.place(owned.identity().key()), "belongs to contact " + owned.contactId()))
                .distinct()
                .toList();
        return ProblemException.of(
                        IdentityProblem.IDENTITY_TAKEN,
                        "Contact " + owner + " has it: change that one, or merge the two.",
                        errors)
                .with("contactId", owner);
    }
}
