package dev.tertulia.messaging.quickreply;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param shared whether everybody has it, or the caller alone */
public record QuickReplyResponse(
        UUID id,
        @Schema(examples = "horario") String shortcut,

        @Schema(examples = "Abrimos de lunes a sábado, de 8 a. m. a 8 p. m.")
        String text,

        boolean shared,
        Instant createdAt) {
    static QuickReplyResponse of(QuickReply reply) {
        return new QuickReplyResponse(reply.id, reply.shortcut, reply.text, reply.ownerId == null, reply.createdAt);
    }
}
