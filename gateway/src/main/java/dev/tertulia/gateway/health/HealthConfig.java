package dev.tertulia.gateway.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The health of all. */
@ConfigMapping(prefix = "gateway.health")
interface HealthConfig {
    /** Where each service says if it can work. */
    @WithDefault("/q/health/ready")
    String path();

    /** How long a service may take to say so before it counts as down. */
    @WithDefault("2s")
    Duration timeout();

    /** How long an answer is repeated without asking, so that asking costs the services nothing. */
    @WithDefault("1s")
    Duration keepFor();
}
