package dev.tertulia.local.whatsapp.number;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.concurrent.ThreadLocalRandom;

/** A wait between two bounds, evenly spread. In JSON {@code {"minMs":100,"maxMs":900}} or one number for both. */
public record DelayRange(long minMs, long maxMs) {

    private static final long LONGEST_MS = 24 * 3_600_000L;

    static final DelayRange NONE = new DelayRange(0, 0);

    @JsonCreator
    public DelayRange(@JsonProperty("minMs") long minMs, @JsonProperty("maxMs") long maxMs) {
        if (minMs < 0 || maxMs > LONGEST_MS || (maxMs != 0 && maxMs < minMs)) {
            throw new InvalidValue("a delay is 0 to " + LONGEST_MS + " ms, minMs not above maxMs");
        }
        this.minMs = minMs;
        this.maxMs = Math.max(minMs, maxMs);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DelayRange exactly(long ms) {
        return new DelayRange(ms, ms);
    }

    /** One wait, in milliseconds. */
    public long draw() {
        return minMs == maxMs ? minMs : ThreadLocalRandom.current().nextLong(minMs, maxMs + 1);
    }

    boolean isNone() {
        return maxMs == 0;
    }
}
