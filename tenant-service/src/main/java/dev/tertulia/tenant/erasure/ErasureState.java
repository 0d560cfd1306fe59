package dev.tertulia.tenant.erasure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an erasure is. */
public enum ErasureState {
    /** No service has confirmed yet. */
    REQUESTED,
    /** Some have. */
    ERASING,
    /** All have, and nothing is left. */
    DONE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
