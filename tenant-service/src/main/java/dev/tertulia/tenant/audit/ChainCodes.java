package dev.tertulia.tenant.audit;

import dev.tertulia.platform.crypto.MasterKeys;
import dev.tertulia.platform.crypto.MessageCodes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * The codes by which an entry is known to be as it was stored, and where. They come from the master key, so whoever has
 * no more than the database can make none.
 */
@ApplicationScoped
class ChainCodes {
    /** What stands before the first entry. */
    static final String NONE = "0".repeat(64);

    private final MessageCodes codes;

    ChainCodes(MasterKeys keys) {
        codes = MessageCodes.of(keys, "audit");
    }

    /** Whether codes under this version of the master key can be checked here. */
    boolean has(int keyVersion) {
        return codes.has(keyVersion);
    }

    /** The entry in its place. */
    AuditEntry place(UUID tenant, long sequence, Instant recordedAt, String previousCode, EntryContent content) {
        int version = codes.version();
        String contentCode = contentCode(version, tenant, recordedAt, content);
        String code = placeCode(version, tenant, sequence, previousCode, contentCode);
        return new AuditEntry(sequence, recordedAt, content, version, contentCode, previousCode, code);
    }

    boolean contentHolds(UUID tenant, AuditEntry entry) {
        return contentCode(entry.keyVersion(), tenant, entry.recordedAt(), entry.content())
                .equals(entry.contentCode());
    }

    boolean placeHolds(UUID tenant, AuditEntry entry) {
        return placeCode(entry.keyVersion(), tenant, entry.sequence(), entry.previousCode(), entry.contentCode())
                .equals(entry.code());
    }

    /** Whether the entry was stored by us, just so and just there. */
    boolean isGenuine(UUID tenant, AuditEntry entry) {
        return has(entry.keyVersion()) && contentHolds(tenant, entry) && placeHolds(tenant, entry);
    }

    ChainHead seal(UUID tenant, ChainHead head) {
        int version = codes.version();
        return head.sealed(version, seal(version, tenant, head));
    }

    /** Fails with {@link dev.tertulia.platform.crypto.UnknownKeyException}. */
    boolean holds(UUID tenant, ChainHead head) {
        return seal(head.keyVersion(), tenant, head).equals(head.seal());
    }

    private String contentCode(int version, UUID tenant, Instant recordedAt, EntryContent content) {
        return codes.code(
                version,
                CanonicalBytes.of("audit-entry/1")
                        .add(tenant)
                        .add(recordedAt)
                        .add(content.happenedAt())
                        .add(content.eventId())
                        .add(content.service())
                        .add(content.requestId())
                        .add(content.actorType())
                        .add(content.actorId())
                        .add(content.actorName())
                        .add(content.memberId())
                        .add(content.role())
                        .add(content.action())
                        .add(content.resourceType())
                        .add(content.resourceId())
                        .add(content.oldValues())
                        .add(content.newValues())
                        .add(content.ip())
                        .add(content.userAgent())
                        .bytes());
    }

    private String placeCode(int version, UUID tenant, long sequence, String previousCode, String contentCode) {
        return codes.code(
                version,
                CanonicalBytes.of("audit-place/1")
                        .add(tenant)
                        .add(sequence)
                        .add(previousCode)
                        .add(contentCode)
                        .bytes());
    }

    private String seal(int version, UUID tenant, ChainHead head) {
        return codes.code(
                version,
                CanonicalBytes.of("audit-head/1")
                        .add(tenant)
                        .add(head.sequence())
                        .add(head.code())
                        .add(head.recordedAt())
                        .add(head.droppedSequence())
                        .add(head.droppedCode())
                        .add(head.droppedBefore())
                        .bytes());
    }
}
