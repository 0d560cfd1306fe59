package dev.tertulia.contracts.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On the {@code conversation.*} topics: the conversation as it now is.
 *
 * @param previousAssigneeId on {@code conversation.assigned}: whose it was
 * @param by the member, key or assistant that changed it; absent when the system did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationChanged(
        Conversation conversation,
        @Nullable UUID previousAssigneeId,
        @Nullable String by) {}
