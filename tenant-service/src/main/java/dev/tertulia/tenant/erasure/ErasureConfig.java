package dev.tertulia.tenant.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How tenants are erased. */
@ConfigMapping(prefix = "tertulia.erasure")
interface ErasureConfig {
    /** The services, by their short names, that must have given out what they hold, and must confirm that it is gone. */
    @WithDefault("tenant,contact,messaging")
    List<String> services();

    /** For how long an export counts as taken. */
    @WithDefault("7d")
    Duration exportValidFor();

    /** How often it is looked whose accounts are to go. */
    @WithDefault("5s")
    Duration interval();

    /** How long after an account went it could be made again by what the identity provider had issued before. */
    @WithDefault("15m")
    Duration tokensWorkFor();
}
