package dev.tertulia.contact.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.contact.directory.ContactFields;
import dev.tertulia.contact.directory.NameSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FieldMergeTest {
    private static final ContactFields NOTHING = fields(null, NameSource.NONE, null, List.of(), Map.of(), false);

    @Test
    void theSurvivorKeepsWhatItHas() {
        ContactFields survivor =
                fields("Lucía", NameSource.PERSON, "es", List.of("vip"), Map.of("plan", "gold"), false);
        ContactFields duplicate = fields("Lu", NameSource.PERSON, "pt", List.of("new"), Map.of("plan", "free"), false);
        assertThat(FieldMerge.merge(survivor, duplicate))
                .isEqualTo(
                        fields("Lucía", NameSource.PERSON, "es", List.of("vip", "new"), Map.of("plan", "gold"), false));
    }

    @Test
    void theDuplicateFillsWhatIsEmpty() {
        ContactFields duplicate = fields("Lu", NameSource.PROVIDER, "pt", List.of("new"), Map.of("plan", "free"), true);
        assertThat(FieldMerge.merge(NOTHING, duplicate)).isEqualTo(duplicate);
    }

    @Test
    void aNameThatAPersonWroteBeatsAProviders() {
        ContactFields survivor = fields("~lu~", NameSource.PROVIDER, null, List.of(), Map.of(), false);
        ContactFields duplicate = fields("Lucía", NameSource.PERSON, null, List.of(), Map.of(), false);
        assertThat(FieldMerge.merge(survivor, duplicate).name()).isEqualTo("Lucía");
        assertThat(FieldMerge.merge(duplicate, survivor).name()).isEqualTo("Lucía");
    }

    @Test
    void whatWasChangedSinceTheMergeStays() {
        ContactFields before = fields("Lucía", NameSource.PERSON, null, List.of("vip"), Map.of("plan", "gold"), false);
        ContactFields duplicate = fields("Lu", NameSource.PERSON, "pt", List.of("new"), Map.of("shoe", 38), true);
        ContactFields after = FieldMerge.merge(before, duplicate);
        ContactFields now = fields(
                "Lucía Peña",
                NameSource.PERSON,
                "es",
                List.of("vip", "new", "later"),
                Map.of("plan", "gold", "shoe", 39, "hat", 7),
                false);
        assertThat(FieldMerge.undo(now, before, after))
                .isEqualTo(fields(
                        "Lucía Peña",
                        NameSource.PERSON,
                        "es",
                        List.of("vip", "later"),
                        Map.of("plan", "gold", "shoe", 39, "hat", 7),
                        false));
    }

    @Test
    void aTagThatWasTakenAwaySinceDoesNotComeBack() {
        ContactFields before = fields(null, NameSource.NONE, null, List.of("vip"), Map.of(), false);
        ContactFields after = FieldMerge.merge(before, NOTHING);
        assertThat(FieldMerge.undo(NOTHING, before, after).tags()).isEmpty();
    }

    @RepeatedTest(200)
    void undoingAtOnceRestoresTheSurvivor(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ContactFields survivor = any(random);
        ContactFields after = FieldMerge.merge(survivor, any(random));
        assertThat(FieldMerge.undo(after, survivor, after)).isEqualTo(survivor);
    }

    private static ContactFields any(Random random) {
        String name = random.nextBoolean() ? null : "name" + random.nextInt(2);
        NameSource source =
                name == null ? NameSource.NONE : random.nextBoolean() ? NameSource.PERSON : NameSource.PROVIDER;
        return fields(
                name,
                source,
                random.nextBoolean() ? null : random.nextBoolean() ? "es" : "pt",
                List.of("a", "b", "c").subList(random.nextInt(2), 1 + random.nextInt(3)).stream()
                        .toList(),
                random.nextBoolean() ? Map.of() : Map.of("k" + random.nextInt(2), random.nextInt(2)),
                random.nextBoolean());
    }

    private static ContactFields fields(
            @Nullable String name,
            NameSource source,
            @Nullable String language,
            List<String> tags,
            Map<String, Object> attributes,
            boolean blocked) {
        return new ContactFields(name, source, null, language, null, null, blocked, false, tags, attributes);
    }
}
