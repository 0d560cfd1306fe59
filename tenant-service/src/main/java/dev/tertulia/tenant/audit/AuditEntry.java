package dev.tertulia.tenant.audit;

import java.time.Instant;

/**
 * An entry in its place in the tenant's chain. Codes are in hex, as {@link ChainCodes} makes them.
 *
 * @param sequence from 1, without a gap
 * @param recordedAt not before that of the entry before
 * @param keyVersion of the master key that the codes come from
 * @param contentCode over all but the place
 * @param previousCode that of the entry before
 * @param code over the place, and with it over everything before
 */
record AuditEntry(
        long sequence,
        Instant recordedAt,
        EntryContent content,
        int keyVersion,
        String contentCode,
        String previousCode,
        String code) {}
