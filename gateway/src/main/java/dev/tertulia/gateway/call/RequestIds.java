package dev.tertulia.gateway.call;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The id that a request carries through all services, by the same rules as there. */
final class RequestIds {
    private static final int MAX_LENGTH = 64;

    private RequestIds() {}

    /** The caller's own id if it can stand in headers and logs, else a new one (a UUIDv7). */
    static String takeOrMake(@Nullable String offered, Clock clock) {
        return offered != null && isAcceptable(offered) ? offered : make(clock.millis());
    }

    private static boolean isAcceptable(String offered) {
        return !offered.isEmpty()
                && offered.length() <= MAX_LENGTH
                && offered.chars().allMatch(RequestIds::isPlain);
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }

    private static String make(long epochMillis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = epochMillis << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
