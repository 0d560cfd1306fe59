package dev.tertulia.messaging.conversation;

import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.Sort;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In which order the inbox is shown. Both are read from the same indexes. */
enum ConversationOrder {
    NEWEST("desc", "<", Sort.by("conversations", Instant.class, UUID.class)),
    OLDEST("asc", ">", Sort.by("conversations:oldest", Instant.class, UUID.class));

    private final String direction;
    private final String beyond;
    private final Sort sort;

    ConversationOrder(String direction, String beyond, Sort sort) {
        this.direction = direction;
        this.beyond = beyond;
        this.sort = sort;
    }

    /** As requests say it; null for the usual one. */
    static ConversationOrder of(@Nullable String name) {
        return switch (name == null ? "newest" : name) {
            case "newest" -> NEWEST;
            case "oldest" -> OLDEST;
            default -> throw ProblemException.invalid("sort", "must be newest or oldest");
        };
    }

    String direction() {
        return direction;
    }

    /** What places after a cursor are, compared with it. */
    String beyond() {
        return beyond;
    }

    Sort sort() {
        return sort;
    }
}
