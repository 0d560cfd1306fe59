package dev.tertulia.messaging.conversation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be changed of a conversation without an action of its own. */
public record EditableConversation(
        @NotNull @Pattern(regexp = "low|normal|high|urgent") @Schema(examples = "high")
        String priority) {}
