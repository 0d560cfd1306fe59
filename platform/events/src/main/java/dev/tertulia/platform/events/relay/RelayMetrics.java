package dev.tertulia.platform.events.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import jakarta.inject.Singleton;

/** The relay's figures, as last measured. */
@Singleton
public class RelayMetrics {
    private final Counter published = Counter.builder("outbox.published")
            .description("Events published by this process")
            .register(Metrics.globalRegistry);
    private volatile Backlog backlog = Backlog.NONE;

    RelayMetrics() {
        gauge("outbox.backlog", "Events that wait to be published", Backlog::events);
        gauge(
                "outbox.backlog.age.seconds",
                "For how long the oldest has waited",
                b -> b.oldestAge().toSeconds());
        gauge("outbox.parked", "Events that Kafka refused for good", Backlog::parked);
    }

    private void gauge(String name, String description, ToLong figure) {
        Gauge.builder(name, this, metrics -> figure.of(metrics.backlog))
                .description(description)
                .register(Metrics.globalRegistry);
    }

    private interface ToLong {
        long of(Backlog backlog);
    }

    void published(int events) {
        published.increment(events);
    }

    void measured(Backlog now) {
        backlog = now;
    }

    Backlog backlog() {
        return backlog;
    }
}
