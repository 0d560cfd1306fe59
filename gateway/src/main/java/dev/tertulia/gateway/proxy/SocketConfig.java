package dev.tertulia.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long sockets may stay open, and how often it is looked whether they still may. */
@ConfigMapping(prefix = "gateway.sockets")
interface SocketConfig {
    /** How old the last word of tenant-service on a socket's passport may become before it is asked again. */
    @WithDefault("45s")
    Duration renewEvery();

    /** How soon it is asked again when it gave no answer. */
    @WithDefault("5s")
    Duration retryEvery();

    /** How old its last word may become at most; then the socket is closed. */
    @WithDefault("60s")
    Duration trustFor();

    /** How often both ends are asked for a sign of life; one that gives none for three times as long is closed. */
    @WithDefault("20s")
    Duration pingEvery();

    /** After which a caller has to come with a credential again. */
    @WithDefault("12h")
    Duration maxAge();

    /** How long a service may take to accept a socket. */
    @WithDefault("5s")
    Duration acceptTimeout();

    /** How many sockets may be open at once. */
    @WithDefault("20000")
    int maxOpen();
}
