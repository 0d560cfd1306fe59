package dev.tertulia.contact.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.contact.directory.NameSource;
import dev.tertulia.contact.identity.Identities;
import dev.tertulia.contact.identity.Identity;
import dev.tertulia.contact.identity.IdentityKey;
import dev.tertulia.contact.learning.ContactLesson.Alias;
import dev.tertulia.contact.learning.ContactLesson.Before;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearningPlanTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID OURS = UUID.fromString("0199a3c0-0000-7000-8000-000000000001");
    private static final UUID MESSAGINGS = UUID.fromString("0199a3c0-0000-7000-8000-000000000002");
    private static final List<Identity> LUCIA =
            Identities.seen("whatsapp", "", "573105557788", "573105557788", "+573105557788", null);
    private static final Identity WHATSAPP = LUCIA.getFirst();
    private static final Identity PHONE = LUCIA.getLast();

    private final Map<IdentityKey, UUID> owners = new HashMap<>();
    private final Map<UUID, KnownContact> contacts = new HashMap<>();

    @Test
    void somebodyUnheardOfBecomesAContactWithTheIdThatMessagingMinted() {
        ContactLesson lesson = only(plan(wrote(MESSAGINGS, "Lucía", NOON)));
        assertThat(lesson.contactId).isEqualTo(MESSAGINGS);
        assertThat(lesson.before).isEqualTo(Before.UNKNOWN);
        assertThat(lesson.name()).isEqualTo("Lucía");
        assertThat(lesson.newIdentities).containsExactly(WHATSAPP, PHONE);
        assertThat(lesson.interactions()).isEqualTo(1);
        assertThat(lesson.events()).isEqualTo(1);
    }

    @Test
    void severalMessagesOfOneAreOneContact() {
        ContactLesson lesson = only(plan(
                wrote(MESSAGINGS, "Lucía", NOON.plusSeconds(9)),
                wrote(MESSAGINGS, "Lucía", NOON),
                wrote(MESSAGINGS, "Lucía", NOON)));
        assertThat(lesson.interactions()).isEqualTo(3);
        assertThat(lesson.lastInteractionAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(lesson.newIdentities).hasSize(2);
        assertThat(lesson.events()).isEqualTo(1);
    }

    @Test
    void whoHasTheNumberHereIsTheContactAndMessagingIsTold() {
        know(contact(OURS, "Lucía Peña", NameSource.PERSON), PHONE);
        ContactLesson lesson = only(plan(wrote(MESSAGINGS, "lu", NOON), wrote(MESSAGINGS, "lu", NOON)));
        assertThat(lesson.contactId).isEqualTo(OURS);
        assertThat(lesson.aliases).containsExactly(new Alias(MESSAGINGS, LUCIA));
        assertThat(lesson.newIdentities).containsExactly(WHATSAPP);
        assertThat(lesson.name()).isNull();
        assertThat(lesson.changed()).containsExactly("identities");
        assertThat(lesson.interactions()).isEqualTo(2);
    }

    @Test
    void messagingIsToldOnce() {
        know(contact(OURS, null, NameSource.NONE), PHONE, WHATSAPP);
        know(merged(MESSAGINGS, OURS));
        ContactLesson lesson = only(plan(wrote(MESSAGINGS, null, NOON)));
        assertThat(lesson.contactId).isEqualTo(OURS);
        assertThat(lesson.events()).isZero();
    }

    @Test
    void whoWritesAgainChangesOnlyTheirActivity() {
        know(contact(MESSAGINGS, "Lucía", NameSource.PROVIDER), PHONE, WHATSAPP);
        LearningPlan plan = plan(wrote(MESSAGINGS, "Lucía", NOON));
        assertThat(only(plan).events()).isZero();
        assertThat(plan.newIdentities()).isEmpty();
        assertThat(plan.newContactIds()).isEmpty();
        assertThat(plan.changedContactIds()).isEmpty();
    }

    @Test
    void theProvidersNameFillsAnEmptyOneAndFollowsTheProfile() {
        know(contact(OURS, null, NameSource.NONE), WHATSAPP);
        assertThat(only(plan(wrote(OURS, "Lucía", NOON))).name()).isEqualTo("Lucía");

        know(contact(OURS, "Lucía", NameSource.PROVIDER), WHATSAPP);
        assertThat(only(plan(wrote(OURS, "Lucy", NOON))).name()).isEqualTo("Lucy");
    }

    @Test
    void anOlderMessageDoesNotBringBackAnOlderName() {
        know(new KnownContact(OURS, "Lucy", NameSource.PROVIDER, NOON, null, null), WHATSAPP);
        assertThat(only(plan(wrote(OURS, "Lucía", NOON.minusSeconds(1)))).name())
                .isNull();
        assertThat(only(plan(wrote(OURS, "A", NOON.plusSeconds(2)), wrote(OURS, "B", NOON.plusSeconds(1))))
                        .name())
                .isEqualTo("A");
    }

    @Test
    void aNameThatAPersonWroteIsNeverTouched() {
        know(contact(OURS, "Lucía Peña", NameSource.PERSON), WHATSAPP);
        assertThat(only(plan(wrote(OURS, "lu", NOON))).name()).isNull();
    }

    @Test
    void theIdentityThatAMessageCameFromBeatsWhatIsDerivedFromIt() {
        UUID another = UUID.randomUUID();
        know(contact(OURS, null, NameSource.NONE), WHATSAPP);
        know(contact(another, null, NameSource.NONE), PHONE);
        ContactLesson lesson = only(plan(wrote(OURS, null, NOON)));
        assertThat(lesson.contactId).isEqualTo(OURS);
        assertThat(lesson.newIdentities).isEmpty();
    }

    @Test
    void anIdentityThatWasMovedIsItsNewOwners() {
        know(contact(OURS, null, NameSource.NONE), WHATSAPP, PHONE);
        know(contact(MESSAGINGS, "Another", NameSource.PERSON));
        ContactLesson lesson = only(plan(wrote(MESSAGINGS, null, NOON)));
        assertThat(lesson.contactId).isEqualTo(OURS);
        assertThat(lesson.events()).isZero();
    }

    @Test
    void whoWasMergedIsTheSurvivor() {
        know(contact(OURS, null, NameSource.NONE));
        UUID between = UUID.randomUUID();
        know(merged(between, OURS));
        know(merged(MESSAGINGS, between));
        ContactLesson lesson = only(plan(wrote(MESSAGINGS, null, NOON)));
        assertThat(lesson.contactId).isEqualTo(OURS);
        assertThat(lesson.newIdentities).containsExactly(WHATSAPP, PHONE);
        assertThat(lesson.aliases).isEmpty();
    }

    @Test
    void aMessageFromBeforeTheErasureDoesNotBringTheContactBack() {
        know(erased(MESSAGINGS, NOON.plusSeconds(10)));
        assertThat(plan(wrote(MESSAGINGS, "Lucía", NOON)).lessons()).isEmpty();
    }

    @Test
    void whoWritesAfterTheirErasureIsANewContactWithTheirOldId() {
        know(erased(MESSAGINGS, NOON.minusSeconds(10)));
        ContactLesson lesson = only(plan(wrote(MESSAGINGS, "Lucía", NOON), wrote(MESSAGINGS, "Lucía", NOON)));
        assertThat(lesson.contactId).isEqualTo(MESSAGINGS);
        assertThat(lesson.before).isEqualTo(Before.ERASED);
        assertThat(lesson.name()).isEqualTo("Lucía");
        assertThat(lesson.events()).isEqualTo(1);
        assertThat(lesson.interactions()).isEqualTo(2);
    }

    @Test
    void anErasedContactWhoseNumberIsAnothersNowIsThatOne() {
        know(erased(MESSAGINGS, NOON.minus(Duration.ofDays(1))));
        know(contact(OURS, "Pedro", NameSource.PERSON), PHONE);
        ContactLesson lesson = only(plan(wrote(MESSAGINGS, null, NOON)));
        assertThat(lesson.contactId).isEqualTo(OURS);
        assertThat(lesson.aliases).containsExactly(new Alias(MESSAGINGS, LUCIA));
    }

    @Test
    void twoIdsForOneUnknownNumberBecomeOneContactAndItsOtherName() {
        LearningPlan plan = plan(wrote(OURS, null, NOON), wrote(MESSAGINGS, null, NOON));
        ContactLesson lesson = only(plan);
        assertThat(lesson.contactId).isEqualTo(OURS);
        assertThat(lesson.aliases).extracting(Alias::id).containsExactly(MESSAGINGS);
        assertThat(lesson.events()).isEqualTo(2);
        assertThat(plan.newContactIds()).containsExactlyInAnyOrder(OURS, MESSAGINGS);
    }

    @Test
    void whoIsOnlyMentionedDidNotWrite() {
        Sighting mentioned = new Sighting(MESSAGINGS, null, LUCIA, NOON, false, NOON, null);
        ContactLesson lesson = only(plan(mentioned));
        assertThat(lesson.before).isEqualTo(Before.UNKNOWN);
        assertThat(lesson.interactions()).isZero();
        assertThat(lesson.lastInteractionAt()).isNull();
    }

    private LearningPlan plan(Sighting... sightings) {
        return LearningPlan.of(List.of(sightings), new Knowledge(owners, contacts));
    }

    private static ContactLesson only(LearningPlan plan) {
        assertThat(plan.lessons()).hasSize(1);
        return plan.lessons().iterator().next();
    }

    private void know(KnownContact contact, Identity... identities) {
        contacts.put(contact.id(), contact);
        for (Identity identity : identities) {
            owners.put(identity.key(), contact.id());
        }
    }

    private static Sighting wrote(UUID contactId, @Nullable String name, Instant at) {
        return new Sighting(contactId, name, LUCIA, at, true, at, null);
    }

    private static KnownContact contact(UUID id, @Nullable String name, NameSource source) {
        return new KnownContact(id, name, source, null, null, null);
    }

    private static KnownContact merged(UUID id, UUID into) {
        return new KnownContact(id, null, NameSource.NONE, null, into, null);
    }

    private static KnownContact erased(UUID id, Instant at) {
        return new KnownContact(id, null, NameSource.NONE, null, null, at);
    }
}
