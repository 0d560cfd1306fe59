package dev.tertulia.platform.events;

/** What came is not an event, or not one of this type. Trying again cannot help. */
public final class UnreadableEventException extends RuntimeException {
    public UnreadableEventException(String message) {
        super(message);
    }
}
