package dev.tertulia.contracts.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The conversation an event happened in, as it stood after the event.
 *
 * @param assigneeId the member who has it; agents see what is theirs and what is nobody's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationReference(
        UUID id,
        UUID channelId,
        String channelType,
        String status,
        @Nullable UUID assigneeId,
        int unreadCount) {}
