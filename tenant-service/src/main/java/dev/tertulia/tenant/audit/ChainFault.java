package dev.tertulia.tenant.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with a chain, and where.
 *
 * @param sequence of the first entry that it is about
 * @param lastSequence of the last one
 */
@Schema(name = "AuditChainProblem")
record ChainFault(
        @Schema(description = "What was done to it.") Kind kind,

        @Schema(examples = "42", description = "The number of the first entry that it is about.")
        long sequence,

        @Schema(examples = "42", description = "The number of the last entry that it is about.")
        long lastSequence) {

    /** The kinds of tampering. */
    enum Kind {
        /** Entries are missing between others. */
        REMOVED("removed"),
        /** An entry says something else than when it was stored. */
        CHANGED("changed"),
        /** An entry says what it said, in another place. */
        REORDERED("reordered"),
        /** An entry is genuine, and does not follow the one before it: an older state was brought back in part. */
        REPLACED("replaced"),
        /** Entries that we never stored. */
        ADDED("added"),
        /** The last entries are missing. */
        CUT_OFF("cut-off"),
        /** What keeps the end of the chain is missing. */
        HEAD_REMOVED("head-removed"),
        /** What keeps the end of the chain was changed. */
        HEAD_CHANGED("head-changed"),
        /** It does not begin with how the tenant was founded: an earlier chain was removed whole. */
        BEGUN_ANEW("begun-anew"),
        /** The service found the chain tampered with as it went on writing, and said so in this entry. */
        BROKEN("broken"),
        /** The version of the master key is not here under which it was stored, so nobody can tell. */
        KEY_MISSING("key-missing"),
        /** The entry that the caller has kept a hash of is another now, or gone. */
        NOT_AS_KEPT("not-as-kept");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        String wireName() {
            return wireName;
        }
    }

    /** The two as one, if this one goes on where the other ends. */
    boolean continues(ChainFault before) {
        return kind == before.kind && sequence == before.lastSequence + 1;
    }
}
