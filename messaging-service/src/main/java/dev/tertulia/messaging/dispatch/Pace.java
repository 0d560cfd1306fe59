package dev.tertulia.messaging.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast a channel may send. All it keeps is one instant, from which on the channel is free: each message moves it on
 * by its share of a second, and what lies behind by more than the burst is forgone.
 */
record Pace(double messagesASecond, Duration burst) {
    private static final double NANOS_A_SECOND = 1e9;

    /** How many may be sent now. @param freeAt null for a channel that never sent */
    int slots(@Nullable Instant freeAt, Instant now) {
        Duration saved = Duration.between(start(freeAt, now), now);
        // A hair is added, so that waiting for exactly one slot gives that slot.
        return saved.isNegative() ? 0 : (int) Math.floor(saved.toNanos() / nanosEach() + 1e-6);
    }

    /** The new instant once so many are sent. */
    Instant freeAfter(@Nullable Instant freeAt, Instant now, int sent) {
        return start(freeAt, now).plusNanos(Math.round(sent * nanosEach()));
    }

    /** How long until the next may be sent. */
    Duration untilNext(@Nullable Instant freeAt, Instant now) {
        Duration wait = Duration.between(now, freeAfter(freeAt, now, 1));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private Instant start(@Nullable Instant freeAt, Instant now) {
        Instant longestAgo = now.minusNanos((long) Math.max(burst.toNanos(), nanosEach()));
        return freeAt == null || freeAt.isBefore(longestAgo) ? longestAgo : freeAt;
    }

    private double nanosEach() {
        return NANOS_A_SECOND / messagesASecond;
    }
}
