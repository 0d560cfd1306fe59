package dev.tertulia.messaging.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How queued messages are sent. */
@ConfigMapping(prefix = "messaging.dispatch")
public interface DispatchConfig {
    /** Whether this process sends. One that does not still accepts messages, for others to send. */
    @WithDefault("true")
    boolean enabled();

    /** How often the queue is looked into when nobody says that something was queued. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** How many messages a number sends in a second. Source: Meta's throughput of the Cloud API, 80 unless raised. */
    @WithDefault("80")
    double messagesASecond();

    /** How much of its pace a channel that was idle may catch up with at once. */
    @WithDefault("250ms")
    Duration burst();

    /** How many messages of one channel are under way at once, so that a slow one leaves room for the others. */
    @WithDefault("32")
    int inFlightAChannel();

    /** How many messages are under way at once in this process. Stay below {@code messaging.whatsapp.connections}. */
    @WithDefault("192")
    int inFlight();

    /**
     * How long a send may be under way before it is given up as unknown. Longer than the provider's time limits, since
     * nobody else may take the message meanwhile.
     */
    @WithDefault("90s")
    Duration lease();

    /** How often the provider may fail on a message before it has failed for good. Being too fast does not count. */
    @WithDefault("8")
    int maxFailures();

    /** How long a message may wait to be sent, for whatever reason, before it has failed. */
    @WithDefault("24h")
    Duration maxAge();

    /** How long to wait after a first failure; it doubles with each. */
    @WithDefault("1s")
    Duration shortestBackoff();

    /** How long to wait at most. */
    @WithDefault("5m")
    Duration longestBackoff();

    /** How often it is measured how much waits. */
    @WithDefault("30s")
    Duration measureInterval();

    /** How long a process that is told to stop waits for the sends under way. */
    @WithDefault("25s")
    Duration drainLimit();
}
