package dev.tertulia.platform.events.consume;

/** Says of a consumer's own failure that it will pass by itself, so that the event is tried for as long as it takes. */
public final class PassingException extends RuntimeException {
    public PassingException(String message, Throwable cause) {
        super(message, cause);
    }
}
