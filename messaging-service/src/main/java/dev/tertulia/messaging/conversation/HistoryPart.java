package dev.tertulia.messaging.conversation;

import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.Sort;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a conversation's history is wanted.
 *
 * @param around the message in the middle; null to begin at the end or a cursor
 * @param before from where on what was said next is wanted; null for none
 * @param after from where on what was said earlier is wanted; null for none
 * @param words that are looked for; null for none
 * @param limit of messages
 */
record HistoryPart(
        @Nullable UUID around,
        @Nullable Cursor before,
        @Nullable Cursor after,
        @Nullable String words,
        int limit) {
    static final Sort NEWEST_FIRST = Sort.by("messages", Instant.class, Long.class);

    static HistoryPart of(@Nullable UUID around, @Nullable String before, @Nullable String words, PageRequest page) {
        Optional<Cursor> after = page.after(NEWEST_FIRST);
        boolean hasBefore = before != null && !before.isEmpty();
        boolean hasWords = words != null && !words.isBlank();
        if ((around == null ? 0 : 1) + (hasBefore ? 1 : 0) + (after.isPresent() ? 1 : 0) > 1) {
            throw ProblemException.invalid("around", "Send one of around, before and after");
        }
        if (hasWords && (around != null || hasBefore)) {
            throw ProblemException.invalid("q", "goes with after only");
        }
        return new HistoryPart(
                around,
                before != null && hasBefore ? NEWEST_FIRST.parse(before) : null,
                after.orElse(null),
                hasWords ? words : null,
                page.limit());
    }
}
