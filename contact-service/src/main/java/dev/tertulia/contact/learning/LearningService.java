package dev.tertulia.contact.learning;

import dev.tertulia.contact.directory.ContactEvents;
import dev.tertulia.contact.directory.ContactRecords;
import dev.tertulia.contact.directory.ContactView;
import dev.tertulia.contact.identity.ContactAllowance;
import dev.tertulia.contact.identity.ContactLocks;
import dev.tertulia.contact.identity.IdentityKey;
import dev.tertulia.contact.learning.ContactLesson.Alias;
import dev.tertulia.contact.learning.ContactLesson.Before;
import dev.tertulia.platform.allowance.Allowance;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Learns from sightings and tells what it learned. Most come from contacts that are known and change nothing but their
 * activity: those cost no lock of their own. Where something new is to be written, it is locked and everything looked at
 * again, since another may have written it meanwhile.
 */
@ApplicationScoped
class LearningService {
    // Only one who writes the same at the same moment makes a further round necessary.
    private static final int MOST_ROUNDS = 5;

    private final LearningRepository repository;
    private final ContactRecords contacts;
    private final TenantDatabase database;
    private final Outbox outbox;
    private final Allowance allowance;

    LearningService(
            LearningRepository repository,
            ContactRecords contacts,
            TenantDatabase database,
            Outbox outbox,
            Allowance allowance) {
        this.repository = repository;
        this.contacts = contacts;
        this.database = database;
        this.outbox = outbox;
        this.allowance = allowance;
    }

    /** In the transaction under way, in which the events are remembered. */
    Uni<Void> learn(List<Sighting> sightings) {
        return sightings.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.inTransactionUnderWay(connection -> ContactLocks.shareTenant(connection)
                        .chain(() -> learn(connection, sightings, new Locked(), MOST_ROUNDS)));
    }

    private Uni<Void> learn(SqlConnection connection, List<Sighting> sightings, Locked locked, int rounds) {
        return repository.read(connection, sightings).flatMap(known -> {
            LearningPlan plan = LearningPlan.of(sightings, known);
            if (locked.covers(plan)) {
                return repository
                        .write(connection, plan)
                        .chain(() -> publish(connection, plan))
                        .chain(() -> count(plan));
            }
            if (rounds == 0) {
                return Uni.createFrom().failure(new IllegalStateException("Others keep changing the same contacts"));
            }
            return locked.lock(connection, contacts, plan)
                    .chain(() -> learn(connection, sightings, locked, rounds - 1));
        });
    }

    /** Also beyond what the plan allows: whoever writes is let in. */
    private Uni<Void> count(LearningPlan plan) {
        long created = plan.lessons().stream()
                .filter(lesson -> lesson.before != Before.KNOWN)
                .count();
        return created == 0 ? Uni.createFrom().voidItem() : allowance.count(ContactAllowance.CONTACTS, created);
    }

    private Uni<Void> publish(SqlConnection connection, LearningPlan plan) {
        List<ContactLesson> told =
                plan.lessons().stream().filter(lesson -> lesson.events() > 0).toList();
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> ids = told.stream().map(lesson -> lesson.contactId).toList();
        return contacts.views(connection, ids).flatMap(views -> {
            Map<UUID, ContactView> byId =
                    views.stream().collect(Collectors.toMap(ContactView::id, Function.identity()));
            List<OutboxEvent> events = new ArrayList<>();
            for (ContactLesson lesson : told) {
                ContactView contact = byId.get(lesson.contactId);
                if (contact != null) {
                    events.addAll(events(lesson, contact));
                }
            }
            return outbox.append(events);
        });
    }

    private static List<OutboxEvent> events(ContactLesson lesson, ContactView contact) {
        List<OutboxEvent> events = new ArrayList<>();
        long sequence = contact.sequence() - lesson.events();
        if (lesson.before != Before.KNOWN) {
            events.add(ContactEvents.at(++sequence, ContactEvents.created(contact, ContactEvents.BY_MESSAGE)));
        } else if (!lesson.changed().isEmpty()) {
            events.add(ContactEvents.at(++sequence, ContactEvents.updated(contact, lesson.changed())));
        }
        for (Alias alias : lesson.aliases) {
            events.add(
                    ContactEvents.at(++sequence, ContactEvents.merged(contact, alias.id(), null, alias.identities())));
        }
        return events.stream().map(event -> event.causedBy(lesson.requestId)).toList();
    }

    /** What this transaction has locked. */
    private static final class Locked {
        private final Set<IdentityKey> identities = new HashSet<>();
        private final Set<UUID> newContacts = new HashSet<>();
        private final Set<UUID> changedContacts = new HashSet<>();

        boolean covers(LearningPlan plan) {
            return identities.containsAll(plan.newIdentities())
                    && newContacts.containsAll(plan.newContactIds())
                    && changedContacts.containsAll(plan.changedContactIds());
        }

        Uni<Void> lock(SqlConnection connection, ContactRecords contacts, LearningPlan plan) {
            Set<IdentityKey> moreIdentities = missing(plan.newIdentities(), identities);
            Set<UUID> moreNew = missing(plan.newContactIds(), newContacts);
            Set<UUID> moreChanged = new TreeSet<>(missing(plan.changedContactIds(), changedContacts));
            identities.addAll(moreIdentities);
            newContacts.addAll(moreNew);
            changedContacts.addAll(moreChanged);
            return ContactLocks.lockNew(connection, moreIdentities, moreNew)
                    .chain(() -> moreChanged.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : contacts.lock(connection, moreChanged));
        }

        private static <T> Set<T> missing(Collection<T> wanted, Set<T> held) {
            return wanted.stream().filter(one -> !held.contains(one)).collect(Collectors.toSet());
        }
    }
}
