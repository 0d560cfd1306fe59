package dev.tertulia.contracts.messaging;

/** On {@code message.queued}: an answer was accepted and will be sent. */
public record MessageQueued(Message message, ConversationReference conversation) {}
