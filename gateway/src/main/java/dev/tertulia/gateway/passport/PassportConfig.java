package dev.tertulia.gateway.passport;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How passports are had and how long they are kept. */
@ConfigMapping(prefix = "gateway.passports")
interface PassportConfig {
    /** The service, out of the routing's, that issues passports. */
    @WithDefault("tenant-service")
    String service();

    /** By which tenant-service knows the gateway: at least 16 characters, the same there. */
    String secret();

    /** How long a passport is given out before the credential is checked again. Revocation works within it. */
    @WithDefault("45s")
    Duration keepFor();

    /** How long a refusal is repeated without asking. */
    @WithDefault("2s")
    Duration keepRefusalFor();

    /** What a passport has still to be valid for when it is given out, so that it outlives the request. */
    @WithDefault("60s")
    Duration validFor();

    /** How long tenant-service may take. */
    @WithDefault("3s")
    Duration timeout();

    /** How long to wait for a connection to it. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** How many questions may be under way at once. */
    @WithDefault("64")
    int maxConnections();

    /** What kept passports may take in memory. */
    @WithDefault("32M")
    MemorySize cacheSize();
}
