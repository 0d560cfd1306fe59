package dev.tertulia.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway stops. */
@ConfigMapping(prefix = "gateway.drain")
interface DrainConfig {
    /** How long calls that are under way may go on when the process is told to stop. */
    @WithDefault("10s")
    Duration time();
}
