package dev.tertulia.messaging.conversation;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param reason why it is done, for reports */
public record ResolveRequest(
        @Nullable @Size(max = 200) @Schema(examples = "sold")
        String reason) {}
