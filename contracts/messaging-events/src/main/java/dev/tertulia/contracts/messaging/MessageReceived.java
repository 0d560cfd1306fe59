package dev.tertulia.contracts.messaging;

/** On {@code message.received}: a contact said something (or our business did, on the provider's own app). */
public record MessageReceived(Message message, ConversationReference conversation, ContactReference contact) {}
