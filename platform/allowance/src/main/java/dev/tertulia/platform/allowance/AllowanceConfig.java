package dev.tertulia.platform.allowance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How usage is told. */
@ConfigMapping(prefix = "tertulia.allowance")
interface AllowanceConfig {
    /** How often tenant-service is told what was counted, where something was. */
    @WithDefault("2s")
    Duration reportEvery();
}
