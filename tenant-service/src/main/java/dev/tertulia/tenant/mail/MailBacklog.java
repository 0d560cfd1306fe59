package dev.tertulia.tenant.mail;

import java.time.Duration;

/** How much mail waits to be sent, and for how long the oldest has waited. */
record MailBacklog(long waiting, Duration oldestAge) {
    static final MailBacklog NONE = new MailBacklog(0, Duration.ZERO);

    MailBacklog and(MailBacklog other) {
        return new MailBacklog(
                waiting + other.waiting, oldestAge.compareTo(other.oldestAge) < 0 ? other.oldestAge : oldestAge);
    }
}
