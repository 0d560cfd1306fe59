package dev.tertulia.messaging.channel.whatsapp;

/** Templates could not be read. The message says what a person can do about it. */
public final class TemplatesRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplatesRefusedException(String advice) {
        super(advice);
    }
}
