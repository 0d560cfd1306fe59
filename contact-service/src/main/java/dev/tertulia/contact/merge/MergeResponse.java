package dev.tertulia.contact.merge;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A merge, as it is shown. */
@Schema(description = "Two contacts that were made one.")
record MergeResponse(
        UUID id,
        @Schema(description = "The one that remains.") UUID contactId,

        @Schema(description = "The one that is only another name for it.")
        UUID duplicateId,

        @Schema(
                description = "Who did it: the id of a user or an API key.",
                examples = "0199b0c4-7c11-7d20-9f3a-2b4c6d8e0f12")
        String mergedBy,

        Instant mergedAt,

        @Schema(description = "When it was undone; absent if it stands.") @Nullable
        Instant undoneAt) {

    static MergeResponse from(ContactMerge merge) {
        return new MergeResponse(
                merge.id(),
                merge.contactId(),
                merge.duplicateId(),
                merge.mergedBy(),
                merge.mergedAt(),
                merge.undoneAt());
    }
}
