package dev.tertulia.local.whatsapp.number;

/** Something given to the control API or the configuration is not allowed; the message says what would be. */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public InvalidValue(String message) {
        super(message);
    }
}
