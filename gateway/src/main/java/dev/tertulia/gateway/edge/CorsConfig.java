package dev.tertulia.gateway.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which pages may call from a browser. */
@ConfigMapping(prefix = "gateway.cors")
interface CorsConfig {
    /** Origins such as {@code https://console.example.com}, or {@code *}; the gateway's own always may. */
    Optional<List<String>> origins();

    /** How long a browser may remember what it may. */
    @WithDefault("1h")
    Duration maxAge();
}
