package dev.tertulia.tenant.mail;

import java.util.Arrays;

/** What a mail is about; its texts are in {@code templates/mail/<language>/<name>.txt} and {@code .html}. */
public enum MailKind {
    /** Values: {@code code}, {@code minutes}. Nothing that a stranger wrote, or we would carry their words to anybody. */
    SIGNUP_CODE("signup-code"),

    /** Values: {@code tenant}, {@code inviter}, {@code role}, {@code link}, {@code days}, and {@code message} or "". */
    INVITATION("invitation"),

    /** As {@link #INVITATION}. */
    INVITATION_REMINDER("invitation-reminder");

    private final String wireName;

    MailKind(String wireName) {
        this.wireName = wireName;
    }

    /** As it is kept and counted. */
    public String wireName() {
        return wireName;
    }

    static MailKind of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of mail has this name"));
    }
}
