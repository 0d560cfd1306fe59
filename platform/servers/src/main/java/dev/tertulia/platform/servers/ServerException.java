package dev.tertulia.platform.servers;

/** A server could not be started or stopped; the message is one line that says what to do about it. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
