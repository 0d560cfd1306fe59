package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a provider says that a message of ours has come. */
public enum DeliveryStatus {
    SENT,
    DELIVERED,
    READ,
    FAILED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
