package dev.tertulia.contact.directory;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written down of texts that came from outside. */
public final class TidyText {
    private static final int LONGEST_NAME = 200;

    private TidyText() {}

    /**
     * A name in one line, without control characters and blanks around it, of at most 200 characters; null when nothing is
     * left. Marks of direction stay where they stand between letters: right-to-left names can need them.
     */
    public static @Nullable String name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String line = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\p{Cc}+", " ")
                .strip();
        String cut = line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)).strip();
        return cut.isEmpty() ? null : cut;
    }

    /** Each tag once, in the order in which they came. */
    static List<String> tags(List<String> tags) {
        return tags.stream()
                .map(tag -> Normalizer.normalize(tag, Normalizer.Form.NFC).strip())
                .distinct()
                .toList();
    }

    /** Absent means unset: what is null is left out. */
    static Map<String, Object> attributes(Map<String, Object> attributes) {
        Map<String, Object> set = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (value != null) {
                set.put(name, value);
            }
        });
        return set;
    }
}
