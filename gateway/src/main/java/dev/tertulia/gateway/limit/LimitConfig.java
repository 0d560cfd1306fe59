package dev.tertulia.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one may call, at each replica of the gateway. */
@ConfigMapping(prefix = "gateway.limits")
interface LimitConfig {
    /** All callers of one tenant together. */
    Rate tenant();

    /** All that comes from one address. */
    Rate address();

    /** What comes to one channel's webhook; far above what providers send, since they share addresses and retry. */
    Rate webhook();

    /** How many of each kind are counted at once; the one unseen for longest is forgotten first. */
    @WithDefault("100000")
    int counted();

    /** Tokens drip into a bucket evenly; each call takes one. */
    interface Rate {
        /** What comes back in a second. */
        int perSecond();

        /** What a full bucket holds. */
        int burst();
    }
}
