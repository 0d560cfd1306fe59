package dev.tertulia.contracts.messaging;

/** On {@code message.reacted}, {@code .edited} and {@code .deleted}: the message as it now is. */
public record MessageChanged(Message message, ConversationReference conversation) {}
