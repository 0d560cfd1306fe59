package dev.tertulia.messaging.ingest;

/** The webhook could not be made durable now; its provider is told to deliver it again. */
final class IngestUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IngestUnavailableException(String message) {
        super(message, null, false, false);
    }
}
