package dev.tertulia.tenant.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import jakarta.inject.Singleton;

/** Mail in figures. */
@Singleton
class MailMetrics {
    private volatile MailBacklog backlog = MailBacklog.NONE;

    MailMetrics() {
        Gauge.builder("mail.waiting", this, metrics -> metrics.backlog.waiting())
                .description("Mails that wait to be sent, all processes'")
                .register(Metrics.globalRegistry);
        Gauge.builder(
                        "mail.waiting.age.seconds",
                        this,
                        metrics -> metrics.backlog.oldestAge().toSeconds())
                .description("For how long the oldest has waited")
                .register(Metrics.globalRegistry);
    }

    /** @param outcome {@code sent}, {@code postponed} or {@code failed} */
    void attempted(MailKind kind, String outcome) {
        Metrics.globalRegistry
                .counter("mail.attempts", "kind", kind.wireName(), "outcome", outcome)
                .increment();
    }

    void measured(MailBacklog now) {
        backlog = now;
    }

    MailBacklog backlog() {
        return backlog;
    }
}
