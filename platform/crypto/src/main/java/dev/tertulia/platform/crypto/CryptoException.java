package dev.tertulia.platform.crypto;

/** Something does not open, or a key cannot be read. Its message holds neither keys nor values. */
public class CryptoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CryptoException(String message) {
        super(message);
    }

    public CryptoException(String message, Throwable cause) {
        super(message, cause);
    }
}
