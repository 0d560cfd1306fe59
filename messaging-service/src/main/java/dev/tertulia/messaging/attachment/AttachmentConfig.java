package dev.tertulia.messaging.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How files come in and go out. */
@ConfigMapping(prefix = "messaging.attachments")
public interface AttachmentConfig {
    /** The largest file that is fetched or uploaded. */
    @WithDefault("100M")
    MemorySize maxSize();

    /** Where files lie while they are on their way. */
    @WithDefault("${java.io.tmpdir}")
    Path workFolder();

    /** How often it is looked whether files are to be fetched. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How many files are fetched at once. */
    @WithDefault("8")
    int fetches();

    /** How long one file may take. */
    @WithDefault("5m")
    Duration timeLimit();

    /** How long nothing may come of a file that is being fetched. */
    @WithDefault("20s")
    Duration idleLimit();

    /** How often it is tried. With the waits between them it is most of a week, for which Meta keeps files. */
    @WithDefault("20")
    int maxAttempts();

    /** How long to wait after a first failure; it doubles with each. */
    @WithDefault("5s")
    Duration shortestBackoff();

    @WithDefault("12h")
    Duration longestBackoff();

    /** How long a file that was handed over to Meta is used again. Meta keeps it for 30 days. */
    @WithDefault("25d")
    Duration uploadValidity();
}
