package dev.tertulia.tenant.mail;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a mail has come, as far as we can know: the mail server took it, or did not. */
public enum MailStanding {
    WAITING("waiting"),
    SENT("sent"),
    FAILED("failed");

    private final String wireName;

    MailStanding(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
