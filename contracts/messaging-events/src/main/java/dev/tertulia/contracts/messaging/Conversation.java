package dev.tertulia.contracts.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The thread between a contact's identity and a channel, as HTTP and events show it alike.
 *
 * @param status open, pending, snoozed or resolved
 * @param priority low, normal, high or urgent
 * @param control who holds it now: human or assistant
 * @param labels the labels' ids
 * @param replyWindowEndsAt until when the provider lets us say anything; afterwards only templates
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversation(
        UUID id,
        UUID channelId,
        String channelType,
        ContactReference contact,
        String status,
        @Nullable String closeReason,
        String priority,
        @Nullable UUID assigneeId,
        List<UUID> labels,
        int unreadCount,
        String control,
        @Nullable Instant lastMessageAt,
        @Nullable String lastMessagePreview,
        @Nullable Instant replyWindowEndsAt,
        @Nullable Instant snoozedUntil,
        @Nullable Instant firstResponseAt,
        @Nullable Instant resolvedAt,
        Instant createdAt) {}
