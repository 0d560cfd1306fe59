package dev.tertulia.messaging.template;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How templates are kept as the provider has them. */
@ConfigMapping(prefix = "messaging.templates")
interface TemplateConfig {
    /** How long what was read holds before it is read again. */
    @WithDefault("15m")
    Duration syncEvery();

    /** How often it is looked what is to be read again. */
    @WithDefault("30s")
    Duration lookEvery();

    /** How long a read may take; where it came to nothing, it is tried again then. */
    @WithDefault("5m")
    Duration retryAfter();
}
