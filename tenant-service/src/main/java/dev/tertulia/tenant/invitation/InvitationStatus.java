package dev.tertulia.tenant.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What became of an invitation. One whose time is up is expired, whether that has been written down or not. */
public enum InvitationStatus {
    PENDING("pending"),
    ACCEPTED("accepted"),
    CANCELLED("cancelled"),
    EXPIRED("expired");

    private final String wireName;

    InvitationStatus(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Fails with {@link IllegalArgumentException} on a name that is no status's. */
    @JsonCreator
    public static InvitationStatus of(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No status has this name"));
    }
}
