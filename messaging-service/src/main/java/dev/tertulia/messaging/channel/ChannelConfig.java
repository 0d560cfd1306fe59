package dev.tertulia.messaging.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How channels are kept in mind. */
@ConfigMapping(prefix = "messaging.channels")
public interface ChannelConfig {
    /** How long a channel is remembered with its secrets before it is read again. */
    @WithDefault("10s")
    Duration rememberFor();

    /** How many channels are remembered at most. */
    @WithDefault("10000")
    long rememberedChannels();
}
