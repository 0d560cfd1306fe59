package dev.tertulia.tenant.mail;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells of mail that waits too long: the mail server is away, or refuses us. No reason to take the service away too. */
@Wellness
@ApplicationScoped
class MailHealth implements HealthCheck {
    private final MailMetrics metrics;
    private final MailConfig config;

    MailHealth(MailMetrics metrics, MailConfig config) {
        this.metrics = metrics;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        MailBacklog backlog = metrics.backlog();
        return HealthCheckResponse.named("Mail")
                .status(backlog.oldestAge().compareTo(config.alarmAge()) <= 0)
                .withData("waiting", backlog.waiting())
                .withData("oldestAgeSeconds", backlog.oldestAge().toSeconds())
                .build();
    }
}
