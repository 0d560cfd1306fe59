package dev.tertulia.platform.crypto;

/** A value is under a key that this process does not have: it was started with another or an older key set. */
public final class UnknownKeyException extends CryptoException {
    private static final long serialVersionUID = 1L;

    private final int version;

    UnknownKeyException(int version) {
        super("The master key set has no key of version " + version);
        this.version = version;
    }

    public int version() {
        return version;
    }
}
