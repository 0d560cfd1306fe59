package dev.tertulia.contact.merge;

import dev.tertulia.contact.directory.ContactFields;
import dev.tertulia.contact.directory.NameSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of the fields of two contacts that are merged, and of their survivor's when the merge is undone. */
final class FieldMerge {
    private static final int MOST_TAGS = 100;

    private FieldMerge() {}

    /**
     * The survivor keeps what it has; the duplicate fills what is empty, and adds its tags and attributes. A name that a
     * person wrote beats a provider's. Blocked is who was blocked as either.
     */
    static ContactFields merge(ContactFields survivor, ContactFields duplicate) {
        ContactFields named = betterName(survivor, duplicate);
        Map<String, Object> attributes = new LinkedHashMap<>(duplicate.attributes());
        attributes.putAll(survivor.attributes());
        return new ContactFields(
                named.name(),
                named.nameSource(),
                first(survivor.avatarUrl(), duplicate.avatarUrl()),
                first(survivor.language(), duplicate.language()),
                first(survivor.timezone(), duplicate.timezone()),
                first(survivor.location(), duplicate.location()),
                survivor.blocked() || duplicate.blocked(),
                survivor.group(),
                Stream.concat(survivor.tags().stream(), duplicate.tags().stream())
                        .distinct()
                        .limit(MOST_TAGS)
                        .toList(),
                attributes);
    }

    private static ContactFields betterName(ContactFields survivor, ContactFields duplicate) {
        boolean duplicatesIsBetter = survivor.name() == null
                || survivor.nameSource() == NameSource.PROVIDER && duplicate.nameSource() == NameSource.PERSON;
        return duplicatesIsBetter ? duplicate : survivor;
    }

    /**
     * The survivor without what the merge brought. What was changed since then was changed about the survivor, and stays.
     *
     * @param before of the merge
     * @param after of the merge
     */
    static ContactFields undo(ContactFields now, ContactFields before, ContactFields after) {
        boolean sameName = Objects.equals(now.name(), after.name()) && now.nameSource() == after.nameSource();
        ContactFields named = sameName ? before : now;
        return new ContactFields(
                named.name(),
                named.nameSource(),
                back(now.avatarUrl(), before.avatarUrl(), after.avatarUrl()),
                back(now.language(), before.language(), after.language()),
                back(now.timezone(), before.timezone(), after.timezone()),
                back(now.location(), before.location(), after.location()),
                now.blocked() == after.blocked() ? before.blocked() : now.blocked(),
                now.group(),
                tagsBack(now.tags(), before.tags(), after.tags()),
                attributesBack(now.attributes(), before.attributes(), after.attributes()));
    }

    private static List<String> tagsBack(List<String> now, List<String> before, List<String> after) {
        return now.stream()
                .filter(tag -> before.contains(tag) || !after.contains(tag))
                .toList();
    }

    private static Map<String, Object> attributesBack(
            Map<String, Object> now, Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> kept = new LinkedHashMap<>(now);
        // A merge only adds attributes, it changes none.
        kept.entrySet()
                .removeIf(attribute -> !before.containsKey(attribute.getKey())
                        && attribute.getValue().equals(after.get(attribute.getKey())));
        return kept;
    }

    private static <T> @Nullable T first(@Nullable T survivors, @Nullable T duplicates) {
        return survivors == null ? duplicates : survivors;
    }

    private static <T> @Nullable T back(@Nullable T now, @Nullable T before, @Nullable T after) {
        return Objects.equals(now, after) ? before : now;
    }
}
