package dev.tertulia.platform.context;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids that sort by the time they were made (RFC 9562, version 7), so that new rows land side by side in an index. They
 * can be guessed: they name things and give no access to them.
 */
public final class UuidV7 {
    private UuidV7() {}

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** An id as if made at the given milliseconds since 1970; two of one millisecond come in no order. */
    public static UUID at(long epochMillis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = epochMillis << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
