package dev.tertulia.contact.merge;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which contact is the same as the one in the path. */
@Schema(description = "Which contact is the same person or group.")
record MergeContactsRequest(
        @NotNull
        @Schema(
                description = "The contact that goes. What is empty in the other is filled from it.",
                examples = "0199a3c1-77aa-7c02-8d10-0c6f5e1b2a33")
        UUID duplicateId) {}
