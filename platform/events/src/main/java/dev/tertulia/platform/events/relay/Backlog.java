package dev.tertulia.platform.events.relay;

import java.time.Duration;

/**
 * What waits to be published.
 *
 * @param events how many
 * @param oldestAge for how long the oldest has waited
 * @param parked how many events were refused for good
 */
record Backlog(long events, Duration oldestAge, long parked) {
    static final Backlog NONE = new Backlog(0, Duration.ZERO, 0);
}
