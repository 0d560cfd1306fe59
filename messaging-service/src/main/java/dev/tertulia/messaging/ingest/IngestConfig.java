package dev.tertulia.messaging.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are taken in. */
@ConfigMapping(prefix = "messaging.ingest")
public interface IngestConfig {
    /** The largest webhook that is read, in bytes. Meta's stay under 3 MB. */
    @WithDefault("4194304")
    int maxBodyBytes();

    /** How many webhooks at most share a commit. */
    @WithDefault("256")
    int batchSize();

    /** How many bytes of webhooks at most share a commit, if more than one does. */
    @WithDefault("4194304")
    long batchBytes();

    /** How many transactions are under way at once; what arrives meanwhile shares the next. */
    @WithDefault("2")
    int transactions();

    /** How many webhooks may wait; further ones are told to come again. */
    @WithDefault("10000")
    int maxWaiting();

    /** How long a webhook waits for its commit before it is told to come again. */
    @WithDefault("4s")
    Duration timeLimit();

    /** How often a database that did not answer is asked again. Meanwhile webhooks are told at once to come again. */
    @WithDefault("250ms")
    Duration probeInterval();

    /** A conversation resolved less than this ago reopens when the contact writes; later a new one begins. */
    @WithDefault("72h")
    Duration reopenWithin();

    /** How long after a contact's last message WhatsApp lets us answer freely. Source: Meta's customer service window. */
    @WithDefault("24h")
    Duration whatsappReplyWindow();

    /** How far a provider's time may lie in the future before ours is taken. */
    @WithDefault("5m")
    Duration clockTolerance();

    /** How often items that waited for their message are looked at. */
    @WithDefault("1s")
    Duration waitingInterval();

    /** How long items wait for their message. Providers redeliver for a week. */
    @WithDefault("7d")
    Duration waitingRetention();

    /** How long webhooks are kept as they came. */
    @WithDefault("30d")
    Duration eventRetention();
}
