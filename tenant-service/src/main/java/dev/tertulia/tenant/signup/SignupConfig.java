package dev.tertulia.tenant.signup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who may found a tenant by themself, and how often they may try. */
@ConfigMapping(prefix = "tertulia.sign-ups")
interface SignupConfig {
    /** {@code open} to strangers, or {@code closed}: tenants are then created by platform administrators only. */
    State state();

    /** How long a code can be used. */
    @WithDefault("10m")
    Duration codeValidFor();

    /** How often a code can be guessed at; after that it is worth nothing. */
    @WithDefault("5")
    int tries();

    /** How long what was begun, or done, is remembered. */
    @WithDefault("24h")
    Duration keptFor();

    /** How often what is old is forgotten. */
    @WithDefault("30m")
    Duration purgeInterval();

    /** Sign-ups begun and codes asked for again, from one network (an IPv4 address, 64 bits of IPv6). */
    Rate network();

    /** The same for one e-mail address from one network: who asks is told to wait. */
    Rate address();

    /** The same for one e-mail address from everywhere: beyond it no mail is sent, and nobody is told. */
    Rate mailbox();

    /** Whether strangers may sign up. */
    enum State {
        OPEN,
        CLOSED
    }

    /** So many at once, and each later one after a time. */
    interface Rate {
        int atOnce();

        /** After which one more is allowed. */
        Duration every();
    }
}
