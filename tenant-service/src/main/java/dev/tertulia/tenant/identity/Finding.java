package dev.tertulia.tenant.identity;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something at the identity provider that is not as it should be.
 *
 * @param subject which one: a setting's name, a client's, a user's id
 * @param expected how it should be; absent where it should not be there
 * @param found how it is; absent where it is not there
 * @param repair mends it, and may be repeated; absent where only a person can
 */
public record Finding(
        FindingKind kind,
        String subject,
        @Nullable String expected,
        @Nullable String found,
        @Nullable Supplier<Uni<Void>> repair) {
    private static final int MAX_TEXT = 2000;

    public Finding {
        expected = cut(expected);
        found = cut(found);
    }

    /** That nobody but a person can mend. */
    public static Finding of(FindingKind kind, String subject, @Nullable String expected, @Nullable String found) {
        return new Finding(kind, subject, expected, found, null);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
