package dev.tertulia.gateway.realtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Tickets for realtime sockets. */
@ConfigMapping(prefix = "gateway.tickets")
interface TicketConfig {
    /**
     * 32 bytes in Base64, the same at all replicas. Without it each process makes its own at start, and knows no other's
     * tickets.
     */
    Optional<String> key();

    /** How long a ticket can be used. */
    @WithDefault("30s")
    Duration validFor();
}
