package dev.tertulia.messaging.sending;

import dev.tertulia.contracts.messaging.Conversation;
import dev.tertulia.contracts.messaging.Message;

/** The conversation, which may have been open already, and what was queued in it. */
public record ConversationStartedResponse(Conversation conversation, Message message) {}
