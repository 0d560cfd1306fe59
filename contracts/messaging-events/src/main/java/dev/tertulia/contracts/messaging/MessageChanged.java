package dev.tertulia.contracts.messaging;

/** On {@code message.reacted}, {@code .edited}, {@code .deleted} and {@code .attachment-changed}: the message as it now is. */
public record MessageChanged(Message message, ConversationReference conversation) {}
