package dev.tertulia.contact.learning;

import dev.tertulia.contact.identity.Identity;
import dev.tertulia.contact.identity.IdentityKey;
import dev.tertulia.contact.learning.ContactLesson.Alias;
import dev.tertulia.contact.learning.ContactLesson.Before;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out, from what is known, what a batch of sightings changes. The contact that has the identity here is the one,
 * whatever messaging calls it; messaging is told when it calls it otherwise.
 */
final class LearningPlan {
    private final Map<IdentityKey, UUID> owners;
    private final Map<UUID, KnownContact> contacts;
    private final Map<UUID, ContactLesson> lessons = new LinkedHashMap<>();

    private LearningPlan(Knowledge known) {
        owners = new HashMap<>(known.owners());
        contacts = new HashMap<>(known.contacts());
    }

    /** @param sightings in the order of their events */
    static LearningPlan of(List<Sighting> sightings, Knowledge known) {
        LearningPlan plan = new LearningPlan(known);
        sightings.forEach(plan::learn);
        return plan;
    }

    Collection<ContactLesson> lessons() {
        return lessons.values();
    }

    /** Identities that nobody has yet. */
    Set<IdentityKey> newIdentities() {
        return lessons.values().stream()
                .flatMap(lesson -> lesson.newIdentities.stream())
                .map(Identity::key)
                .collect(Collectors.toSet());
    }

    /** Contacts and other names that come into being. */
    Set<UUID> newContactIds() {
        return lessons.values().stream()
                .flatMap(lesson -> Stream.concat(
                        lesson.before == Before.KNOWN ? Stream.empty() : Stream.of(lesson.contactId),
                        lesson.aliases.stream().map(Alias::id)))
                .collect(Collectors.toSet());
    }

    /** Known contacts of which there is something to tell. */
    Set<UUID> changedContactIds() {
        return lessons.values().stream()
                .filter(lesson -> lesson.before == Before.KNOWN && lesson.events() > 0)
                .map(lesson -> lesson.contactId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void learn(Sighting sighting) {
        UUID owner = owner(sighting);
        ContactLesson lesson = owner == null ? byMessagingsId(sighting) : lesson(owner, Before.KNOWN, sighting);
        if (lesson == null) {
            return;
        }
        noteAlias(sighting, lesson);
        noteIdentities(sighting, lesson);
        noteName(sighting, lesson);
        if (sighting.interaction()) {
            lesson.interaction(sighting.at());
            contacts.computeIfPresent(lesson.contactId, (id, contact) -> contact.heardAt(sighting.at()));
        }
    }

    private @Nullable UUID owner(Sighting sighting) {
        return sighting.identities().stream()
                .map(identity -> owners.get(identity.key()))
                .filter(owner -> owner != null)
                .findFirst()
                .orElse(null);
    }

    /** Nobody has the identity. Null: the contact was erased after this was written. */
    private @Nullable ContactLesson byMessagingsId(Sighting sighting) {
        KnownContact meant = meant(sighting.contactId());
        if (meant == null) {
            contacts.put(sighting.contactId(), KnownContact.unheardOf(sighting.contactId()));
            return lesson(sighting.contactId(), Before.UNKNOWN, sighting);
        }
        if (meant.erasedAt() == null) {
            return lesson(meant.id(), Before.KNOWN, sighting);
        }
        if (!sighting.committedAt().isAfter(meant.erasedAt())) {
            return null;
        }
        contacts.put(meant.id(), KnownContact.unheardOf(meant.id()));
        return lesson(meant.id(), Before.ERASED, sighting);
    }

    private ContactLesson lesson(UUID contactId, Before before, Sighting sighting) {
        return lessons.computeIfAbsent(contactId, id -> new ContactLesson(id, before, sighting.requestId()));
    }

    /** What an id means: the contact itself, or what it was merged into. */
    private @Nullable KnownContact meant(UUID id) {
        KnownContact contact = contacts.get(id);
        while (contact != null && contact.mergedInto() != null) {
            contact = contacts.get(contact.mergedInto());
        }
        return contact;
    }

    /** Where messaging's id is a living contact of its own, its identity was moved and messaging is told so already. */
    private void noteAlias(Sighting sighting, ContactLesson lesson) {
        KnownContact meant = meant(sighting.contactId());
        boolean free = meant == null || meant.erasedAt() != null;
        if (free && !sighting.contactId().equals(lesson.contactId)) {
            UUID shell = meant == null ? sighting.contactId() : meant.id();
            lesson.aliases.add(new Alias(shell, sighting.identities()));
            contacts.put(shell, mergedInto(shell, lesson.contactId));
        }
    }

    private static KnownContact mergedInto(UUID id, UUID survivor) {
        KnownContact shell = KnownContact.unheardOf(id);
        return new KnownContact(id, null, shell.nameSource(), null, survivor, null);
    }

    private void noteIdentities(Sighting sighting, ContactLesson lesson) {
        for (Identity identity : sighting.identities()) {
            if (owners.putIfAbsent(identity.key(), lesson.contactId) == null) {
                lesson.newIdentities.add(identity);
            }
        }
    }

    private void noteName(Sighting sighting, ContactLesson lesson) {
        KnownContact contact = contacts.get(lesson.contactId);
        String name = sighting.name();
        if (contact != null && name != null && contact.takes(name, sighting.at())) {
            lesson.name(name);
            contacts.put(contact.id(), contact.named(name));
        }
    }
}
