package dev.tertulia.gateway.route;

/** Who may use a route. */
public enum Access {
    /** Callers with a credential. */
    PASSPORT,
    /** Callers with a credential, and those without as strangers. */
    OPTIONAL,
    /** Everyone; what came is verified by the service itself. */
    OPEN
}
