package dev.tertulia.messaging.sending;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to write to, and what. @param to a phone number with its country code */
public record StartConversationRequest(
        @NotNull UUID channelId,

        @NotBlank @Size(max = 60) @Schema(examples = "+57 300 123 4567")
        String to,

        @NotNull @Valid SendMessageRequest message) {}
