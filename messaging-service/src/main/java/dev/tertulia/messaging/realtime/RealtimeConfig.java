package dev.tertulia.messaging.realtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sockets are served. */
@ConfigMapping(prefix = "messaging.realtime")
public interface RealtimeConfig {
    /** How many events may wait for a slow client before its socket is closed; it resumes by its cursor. */
    @WithDefault("2000")
    int maxWaiting();

    /** How many missed events are read at once when a client resumes. */
    @WithDefault("500")
    int resumeBatch();

    /** A client that missed more than this is told to load everything anew instead. */
    @WithDefault("20000")
    int maxResumed();

    /** How often at most one client's typing is passed on. */
    @WithDefault("1s")
    Duration typingInterval();

    /** How long used tickets are remembered; they expire long before. */
    @WithDefault("10m")
    Duration nonceRetention();
}
