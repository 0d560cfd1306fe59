package dev.tertulia.contact.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactTest {
    @Test
    void aNameThatAPersonWritesIsThePersons() {
        ContactFields before = named("Lu", NameSource.PROVIDER);
        assertThat(edited(before, "Lucía").nameSource()).isEqualTo(NameSource.PERSON);
    }

    @Test
    void aNameThatNobodyTouchesKeepsWhoGaveIt() {
        ContactFields before = named("Lu", NameSource.PROVIDER);
        assertThat(edited(before, "Lu").nameSource()).isEqualTo(NameSource.PROVIDER);
    }

    @Test
    void aNameThatIsTakenAwayMayBeFilledAgain() {
        ContactFields after = edited(named("Lucía", NameSource.PERSON), null);
        assertThat(after.name()).isNull();
        assertThat(after.nameSource().yieldsToProvider()).isTrue();
    }

    @Test
    void anEditThatChangesNothingTellsNothing() {
        Contact contact = new Contact(UUID.randomUUID(), named("Lucía", NameSource.PERSON));
        assertThat(contact.edit(contact.fields())).isEmpty();
        assertThat(contact.sequence).isEqualTo(1);
    }

    @Test
    void anEditNamesTheFieldsAsTheApiDoes() {
        Contact contact = new Contact(UUID.randomUUID(), named("Lucía", NameSource.PERSON));
        ContactFields after = new ContactFields(
                "Lucía",
                NameSource.PERSON,
                null,
                "es",
                null,
                new Location(null, "Bogotá", null, "CO", null, null),
                true,
                true,
                List.of("vip"),
                Map.of("plan", "gold"));
        assertThat(contact.edit(after))
                .containsExactly("language", "location", "blocked", "isGroup", "tags", "attributes");
        assertThat(contact.sequence).isEqualTo(2);
    }

    @Test
    void ofAnErasedContactNothingRemains() {
        Contact contact = new Contact(UUID.randomUUID(), named("Lucía", NameSource.PERSON));
        contact.erase(Instant.EPOCH);
        assertThat(contact.fields()).isEqualTo(named(null, NameSource.NONE));
        assertThat(contact.sequence).isEqualTo(2);
    }

    private static ContactFields edited(ContactFields before, @Nullable String name) {
        return new EditableContact(name, null, null, null, null, false, false, List.of(), Map.of()).after(before);
    }

    private static ContactFields named(@Nullable String name, NameSource source) {
        return new ContactFields(name, source, null, null, null, null, false, false, List.of(), Map.of());
    }
}
