package dev.tertulia.messaging.outbound;

/**
 * Why a content cannot be sent as it is.
 *
 * @param field where, as a path in the request that sends: {@code interactive.action.buttons[3]}
 * @param message what to do about it, for the person who writes the message
 */
public record ContentViolation(String field, String message) {}
