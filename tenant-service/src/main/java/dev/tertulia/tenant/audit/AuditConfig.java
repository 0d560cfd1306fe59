package dev.tertulia.tenant.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long audit is kept, and how much of it is looked at at once. */
@ConfigMapping(prefix = "tertulia.audit")
interface AuditConfig {
    /** A month goes as soon as all of it is older; at least 90 days. A plan shows no more of it. */
    @WithDefault("400d")
    Duration retention();

    /** How many months beyond the present one have a partition. */
    @WithDefault("2")
    int monthsAhead();

    /** How long an export may stretch, from its oldest entry to its newest. */
    @WithDefault("366d")
    Duration exportSpan();

    /** How long an export may take; shorter ones are asked for by from and to. */
    @WithDefault("10m")
    Duration exportTimeLimit();

    /** How long a verification takes at most before it says how far it came. Shorter than the gateway waits. */
    @WithDefault("10s")
    Duration verificationTimeLimit();

    /** How many verifications run at once in a replica; others are told to come again. */
    @WithDefault("2")
    int verifications();

    /** How many entries are held at once while a chain is verified or exported. */
    @WithDefault("500")
    int slice();
}
