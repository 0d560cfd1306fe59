package dev.tertulia.platform.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How events are published, kept and consumed. */
@ConfigMapping(prefix = "tertulia.events")
public interface EventsConfig {
    /** The service's short name, which is its schema's: {@code messaging}. */
    String service();

    TopicsConfig topics();

    RelayConfig relay();

    LogConfig log();

    ConsumersConfig consumers();

    /** How topics are created where they do not exist. */
    interface TopicsConfig {
        /** The same for all topics, so that one key has one partition number everywhere. */
        @WithDefault("6")
        int partitions();

        /** Absent means what the broker takes by default. */
        OptionalInt replication();
    }

    interface RelayConfig {
        /** Whether this process publishes; another replica may do it alone. */
        @WithDefault("true")
        boolean enabled();

        /** How many events at most are sent before their acknowledgements are awaited. */
        @WithDefault("500")
        int batchSize();

        /** How many bytes of payload at most a batch holds, if it holds more than one event. */
        @WithDefault("8388608")
        long batchBytes();

        /** How often the outbox is looked at when nobody has told of a commit. */
        @WithDefault("200ms")
        Duration pollInterval();

        /** How long acknowledgements are awaited before the batch is begun anew. */
        @WithDefault("30s")
        Duration sendTimeout();

        /** The longest pause between tries while the broker or the database is away. */
        @WithDefault("5s")
        Duration longestBackoff();

        /** How often the size of the backlog is measured. */
        @WithDefault("10s")
        Duration backlogInterval();

        /** How old the oldest unpublished event may be before health tells of it. */
        @WithDefault("1m")
        Duration alarmAge();
    }

    interface LogConfig {
        /** For how long published events are kept to be resumed from. */
        @WithDefault("24h")
        Duration retention();

        /** For how long consumers remember events; providers and Kafka deliver again within days. */
        @WithDefault("7d")
        Duration processedRetention();

        /** How often what is too old is deleted. */
        @WithDefault("1m")
        Duration pruneInterval();

        /** How many rows at most one deletion takes. */
        @WithDefault("5000")
        int pruneBatch();

        /** How often the log is looked at while somebody listens and another process publishes. */
        @WithDefault("100ms")
        Duration pollInterval();

        /** How many events at most listeners get at once. */
        @WithDefault("1000")
        int batchSize();
    }

    interface ConsumersConfig {
        @WithDefault("true")
        boolean enabled();

        /** How often an event that its consumer refuses is tried before it goes to the dead-letter topic. */
        @WithDefault("5")
        int tries();

        @WithDefault("100ms")
        Duration shortestBackoff();

        /** The longest pause between tries, also while the database is away. */
        @WithDefault("10s")
        Duration longestBackoff();

        /** How long the effect of one event, or of one batch, may take before it is tried again. */
        @WithDefault("30s")
        Duration effectTimeout();

        @WithDefault("500ms")
        Duration commitInterval();

        /** How many events of one partition at most a batch consumer gets at once. */
        @WithDefault("200")
        int batchSize();
    }
}
