package dev.tertulia.messaging.channel.whatsapp;

/** Why a file could not be had from Meta, or given to it. */
public final class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /** @param reason for the tenant's people; it names nobody */
    public MediaException(String reason, boolean forGood) {
        super(reason);
        this.forGood = forGood;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether trying again would change nothing. */
    public boolean forGood() {
        return forGood;
    }
}
