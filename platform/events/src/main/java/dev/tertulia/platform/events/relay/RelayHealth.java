package dev.tertulia.platform.events.relay;

import dev.tertulia.platform.events.EventsConfig;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Tells of events that wait too long. It is about wellness, not readiness: while Kafka is away the service goes on
 * working, and taking it out of service would not bring Kafka back.
 */
@Wellness
@ApplicationScoped
class RelayHealth implements HealthCheck {
    private final RelayMetrics metrics;
    private final EventsConfig config;

    RelayHealth(RelayMetrics metrics, EventsConfig config) {
        this.metrics = metrics;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        Backlog backlog = metrics.backlog();
        return HealthCheckResponse.named("Outbox")
                .status(backlog.oldestAge().compareTo(config.relay().alarmAge()) <= 0)
                .withData("backlog", backlog.events())
                .withData("oldestAgeSeconds", backlog.oldestAge().toSeconds())
                .withData("parked", backlog.parked())
                .build();
    }
}
