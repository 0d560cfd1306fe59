package dev.tertulia.tenant.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a chain is as it was written. */
@Schema(name = "AuditVerification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationResponse(
        @Schema(description = "Nothing was removed, changed, reordered, added or cut off of what was looked at.")
        boolean holds,

        @Schema(description = "It was looked at up to its end; otherwise ask again from `next`.")
        boolean complete,

        @Schema(description = "How many entries were looked at.", examples = "4711")
        long entries,

        @Schema(description = "The number with which it began: the first that is kept.", examples = "1")
        long from,

        @Schema(description = "The number with which it ended.", examples = "4711")
        long to,

        @Schema(description = "At most 100, in the order of the chain.")
        List<ChainFault> problems,

        @Schema(description = "The last entry: keep it outside, and have it compared later.") @Nullable
        Head head,

        @Schema(description = "Where to go on; absent when it is complete.", examples = "10001") @Nullable
        Long next) {

    /** Where a chain ends. */
    @Schema(name = "AuditHead")
    record Head(
            @Schema(examples = "4711") long sequence,
            @Schema(examples = "5f1d…") String hash) {}
}
