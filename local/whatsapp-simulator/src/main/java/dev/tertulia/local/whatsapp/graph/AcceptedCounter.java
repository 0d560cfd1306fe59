package dev.tertulia.local.whatsapp.graph;

import dev.tertulia.local.whatsapp.SimulatorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each {@code biz_opaque_callback_data} was accepted: twice means that a business has sent something twice. Kept
 * for millions by 128 bits of a hash each, so that a campaign's load run can be judged to the last message.
 */
@ApplicationScoped
public class AcceptedCounter {

    private static final int NAMED = 20;
    private static final int FIRST_SLOTS = 1 << 12;

    /** A value that was accepted more than once. */
    public record Repeated(String callbackData, int accepted) {}

    /** {@code uncounted}: values beyond the limit, of which nothing is known. */
    public record Counts(int distinct, int repeated, long uncounted, List<Repeated> examples) {}

    private final int most;
    private final Map<String, Integer> repeatedByName = new LinkedHashMap<>();
    private long[] keys = new long[2 * FIRST_SLOTS];
    private int[] counts = new int[FIRST_SLOTS];
    private int distinct;
    private int repeated;
    private long uncounted;

    AcceptedCounter(SimulatorConfig config) {
        this.most = config.maxCallbackData();
    }

    /** Counts one acceptance. */
    synchronized void accepted(String callbackData) {
        long[] key = hash(callbackData);
        int slot = slot(keys, counts, key[0], key[1]);
        if (counts[slot] == 0) {
            if (distinct >= most) {
                uncounted++;
                return;
            }
            keys[2 * slot] = key[0];
            keys[2 * slot + 1] = key[1];
            distinct++;
        }
        int times = ++counts[slot];
        if (times > 1) {
            repeated += times == 2 ? 1 : 0;
            if (repeatedByName.size() < NAMED || repeatedByName.containsKey(callbackData)) {
                repeatedByName.put(callbackData, times);
            }
        }
        if (distinct > counts.length / 2) {
            grow();
        }
    }

    /** How often this value was accepted. */
    public synchronized int times(String callbackData) {
        long[] key = hash(callbackData);
        return counts[slot(keys, counts, key[0], key[1])];
    }

    public synchronized Counts counts() {
        List<Repeated> examples = new ArrayList<>();
        repeatedByName.forEach((value, times) -> examples.add(new Repeated(value, times)));
        return new Counts(distinct, repeated, uncounted, examples);
    }

    /** Begins anew. */
    public synchronized void reset() {
        keys = new long[2 * FIRST_SLOTS];
        counts = new int[FIRST_SLOTS];
        distinct = 0;
        repeated = 0;
        uncounted = 0;
        repeatedByName.clear();
    }

    private void grow() {
        long[] moreKeys = new long[2 * keys.length];
        int[] moreCounts = new int[2 * counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                int slot = slot(moreKeys, moreCounts, keys[2 * i], keys[2 * i + 1]);
                moreKeys[2 * slot] = keys[2 * i];
                moreKeys[2 * slot + 1] = keys[2 * i + 1];
                moreCounts[slot] = counts[i];
            }
        }
        keys = moreKeys;
        counts = moreCounts;
    }

    /** The slot of this key, or the free one where it belongs. */
    private static int slot(long[] keys, int[] counts, long high, long low) {
        int mask = counts.length - 1;
        int slot = (int) low & mask;
        while (counts[slot] > 0 && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long[] hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(value.getBytes(StandardCharsets.UTF_8));
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(digest);
            return new long[] {bytes.getLong(), bytes.getLong()};
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
