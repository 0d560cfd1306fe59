package dev.tertulia.tenant.audit;

import dev.tertulia.tenant.audit.ChainFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goes along a chain, entry by entry in the order of their numbers, and says what is wrong. It holds no more than the
 * entries of one number and the faults, of which it keeps so many and counts on.
 */
final class ChainWalk {
    static final int MAX_FAULTS = 100;

    private final UUID tenant;
    private final ChainCodes codes;
    private final List<ChainFault> faults = new ArrayList<>();
    private final List<AuditEntry> ofOneNumber = new ArrayList<>();
    private long expected;
    private @Nullable String previousCode;
    private long entries;
    private long found;

    /**
     * @param first the number with which it begins
     * @param previousCode of the entry before that; null where it is not known
     */
    ChainWalk(UUID tenant, ChainCodes codes, long first, @Nullable String previousCode) {
        this.tenant = tenant;
        this.codes = codes;
        this.expected = first;
        this.previousCode = previousCode;
    }

    void next(AuditEntry entry) {
        if (!ofOneNumber.isEmpty() && ofOneNumber.getFirst().sequence() != entry.sequence()) {
            settle();
        }
        ofOneNumber.add(entry);
    }

    /** No more comes up to here: what the head says is beyond was cut off. */
    void end(ChainHead head) {
        settle();
        if (expected <= head.sequence()) {
            add(Kind.CUT_OFF, expected, head.sequence());
        } else if (expected == head.sequence() + 1 && previousCode != null && !previousCode.equals(head.code())) {
            add(Kind.REPLACED, head.sequence(), head.sequence());
        }
    }

    /** No more is looked at now. */
    void pause() {
        settle();
    }

    void add(Kind kind, long first, long last) {
        ChainFault fault = new ChainFault(kind, first, last);
        found++;
        if (!faults.isEmpty() && fault.continues(faults.getLast())) {
            faults.set(faults.size() - 1, new ChainFault(kind, faults.getLast().sequence(), last));
        } else if (faults.size() < MAX_FAULTS) {
            faults.add(fault);
        }
    }

    /** Of entries with the same number one can be genuine; somebody put the others there. */
    private void settle() {
        if (ofOneNumber.isEmpty()) {
            return;
        }
        AuditEntry one = ofOneNumber.stream()
                .filter(entry -> codes.isGenuine(tenant, entry))
                .findFirst()
                .orElse(ofOneNumber.getFirst());
        if (ofOneNumber.size() > 1) {
            add(Kind.ADDED, one.sequence(), one.sequence());
        }
        ofOneNumber.clear();
        check(one);
    }

    private void check(AuditEntry entry) {
        if (entry.sequence() > expected) {
            add(Kind.REMOVED, expected, entry.sequence() - 1);
            previousCode = null;
        }
        Kind fault = fault(entry);
        if (fault != null) {
            add(fault, entry.sequence(), entry.sequence());
        }
        // What an entry says of itself that is not genuine says nothing about the next one.
        previousCode = fault == null || fault == Kind.REPLACED || fault == Kind.BROKEN || fault == Kind.BEGUN_ANEW
                ? entry.code()
                : null;
        expected = entry.sequence() + 1;
        entries++;
    }

    private @Nullable Kind fault(AuditEntry entry) {
        if (!codes.has(entry.keyVersion())) {
            return Kind.KEY_MISSING;
        }
        if (!codes.contentHolds(tenant, entry)) {
            return Kind.CHANGED;
        }
        if (!codes.placeHolds(tenant, entry)) {
            return Kind.REORDERED;
        }
        if (previousCode != null && !previousCode.equals(entry.previousCode())) {
            return Kind.REPLACED;
        }
        if (entry.content().action().equals(ChainWriter.CHAIN_BROKEN)) {
            return Kind.BROKEN;
        }
        return entry.sequence() == 1 && !tellsOfFounding(entry.content()) ? Kind.BEGUN_ANEW : null;
    }

    /** The first thing that is ever recorded of a tenant, since nothing else can happen before it. */
    private static boolean tellsOfFounding(EntryContent content) {
        return content.action().equals("created") && content.resourceType().equals("tenant");
    }

    List<ChainFault> faults() {
        return List.copyOf(faults);
    }

    /** How many entries were looked at. */
    long entries() {
        return entries;
    }

    /** Whether nothing was wrong with them. */
    boolean holds() {
        return found == 0;
    }

    /** The number of the last entry that was looked at. */
    long last() {
        return expected - 1;
    }
}
