package dev.tertulia.gateway.proxy;

/** Why the gateway closes a socket, in codes of RFC 6455 and words that clients may act upon. */
enum Closing {
    /** The member was removed, the key revoked or the tenant closed. */
    REFUSED(1008, "passport-refused"),
    /** The caller may do more or less than when the socket was opened; open another. */
    RIGHTS_CHANGED(1008, "rights-changed"),
    /** It could not be checked for too long if the caller still may. */
    UNCHECKED(1013, "passport-unchecked"),
    /** Come again with a credential. */
    TOO_OLD(1008, "socket-too-old"),
    /** The other end gave no sign of life. */
    SILENT(1001, "no-sign-of-life"),
    /** This gateway is going away; open another. */
    SHUTDOWN(1001, "gateway-stops");

    private final short code;
    private final String reason;

    Closing(int code, String reason) {
        this.code = (short) code;
        this.reason = reason;
    }

    short code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
