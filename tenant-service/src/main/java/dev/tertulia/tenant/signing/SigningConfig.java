package dev.tertulia.tenant.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long keys are used, and how early they are shown. */
@ConfigMapping(prefix = "tertulia.signing-keys")
public interface SigningConfig {
    /** How long a key signs before the next one does. */
    @WithDefault("30d")
    Duration signsFor();

    /** How long before it signs a key is published, so that everyone has it by then. */
    @WithDefault("15m")
    Duration publishedBefore();

    /** How long a key verifies after it last signed: longer than a passport is valid, and than clocks differ. */
    @WithDefault("10m")
    Duration verifiesAfter();

    /** How often a replica looks for what others did. Much shorter than {@link #publishedBefore()}. */
    @WithDefault("1m")
    Duration lookedAtEvery();
}
