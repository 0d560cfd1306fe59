package dev.tertulia.tenant.audit;

import java.time.Instant;

/**
 * Where a tenant's chain ends, and where it begins now that old months have gone.
 *
 * @param sequence of the last entry, 0 before the first
 * @param droppedSequence of the last entry that went with its month, 0 while none did
 * @param droppedBefore what was recorded before this is no part of the chain any more
 * @param seal over all of it
 */
record ChainHead(
        long sequence,
        String code,
        Instant recordedAt,
        long droppedSequence,
        String droppedCode,
        Instant droppedBefore,
        int keyVersion,
        String seal) {

    /** Of a chain without an entry. */
    static ChainHead empty() {
        return new ChainHead(0, ChainCodes.NONE, Instant.EPOCH, 0, ChainCodes.NONE, Instant.EPOCH, 0, "");
    }

    /** The same beginning, ending here. */
    ChainHead endingAt(long lastSequence, String lastCode, Instant lastRecordedAt) {
        return new ChainHead(
                lastSequence, lastCode, lastRecordedAt, droppedSequence, droppedCode, droppedBefore, keyVersion, seal);
    }

    /** The same end, beginning after this entry and not before this time. */
    ChainHead beginningAfter(AuditEntry last, Instant time) {
        return new ChainHead(sequence, code, recordedAt, last.sequence(), last.code(), time, keyVersion, seal);
    }

    /** The same end, and nothing that was recorded before this time. */
    ChainHead beginningAt(Instant time) {
        return new ChainHead(sequence, code, recordedAt, droppedSequence, droppedCode, time, keyVersion, seal);
    }

    ChainHead sealed(int underVersion, String newSeal) {
        return new ChainHead(
                sequence, code, recordedAt, droppedSequence, droppedCode, droppedBefore, underVersion, newSeal);
    }
}
