package dev.tertulia.tenant.invitation;

import com.fasterxml.jackson.annotation.JsonValue;

/** How an invitation can be accepted. */
public enum WayToAccept {
    SIGN_IN("sign-in"),
    CHOOSE_PASSWORD("choose-password");

    private final String wireName;

    WayToAccept(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
