package dev.tertulia.gateway.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the web console is, and what it offers beside what every console does. */
@ConfigMapping(prefix = "gateway.console")
interface ConsoleConfig {
    /** The folder of the built console, with its index.html. Absent, or without one: a page says what to do. */
    Optional<Path> directory();

    /** How often at most it is looked at whether the console was built anew. */
    @WithDefault("2s")
    Duration lookEvery();

    /** A simulated provider to connect to with one click: for local stacks only, since its secrets are told to everybody. */
    Optional<Simulator> simulator();

    /** A WhatsApp simulator that takes any number with the token and the secret of these. */
    interface Simulator {
        /** Its page, as browsers reach it. */
        URI url();

        /** Which number to connect; {@code {tenant}} stands for the tenant's slug. */
        @WithDefault("sim-{tenant}")
        String phoneNumberId();

        /** Which account the number is of; {@code {tenant}} stands for the tenant's slug. */
        @WithDefault("sim-{tenant}-account")
        String businessAccountId();

        /** With which the simulator lets a channel send. */
        String accessToken();

        /** With which the simulator signs its webhooks. */
        String appSecret();

        /** By which the simulator recognizes a webhook address that is ours. */
        @WithDefault("simulated")
        String verifyToken();
    }
}
