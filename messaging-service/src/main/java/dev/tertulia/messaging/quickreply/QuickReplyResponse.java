package dev.tertulia.messaging.quickreply;

import java.time.Instant;
import java.util.UUID;

/** @param shared whether everybody has it, or the caller alone */
public record QuickReplyResponse(UUID id, String shortcut, String text, boolean shared, Instant createdAt) {
    static QuickReplyResponse of(QuickReply reply) {
        return new QuickReplyResponse(reply.id, reply.shortcut, reply.text, reply.ownerId == null, reply.createdAt);
    }
}
