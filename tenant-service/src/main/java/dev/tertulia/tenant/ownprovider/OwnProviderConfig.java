package dev.tertulia.tenant.ownprovider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What tenants may bring, and how it is looked at. */
@ConfigMapping(prefix = "tertulia.own-providers")
interface OwnProviderConfig {

    /** How many domains a tenant may claim. */
    @WithDefault("20")
    int mostDomains();

    /** Where DNS is asked, as {@code host:port}; the resolver of the machine if absent. */
    Optional<String> dnsServer();

    /** How long an answer of DNS is waited for. */
    @WithDefault("4s")
    Duration dnsTimeout();

    /**
     * Hosts, as {@code host:port}, that may be asked without encryption and have private addresses: for the local stack.
     * In production none.
     */
    Optional<Set<String>> localHosts();

    /** How long a provider may take to say what it is. */
    @WithDefault("5s")
    Duration discoveryTimeout();

    /** How many bytes it may take for it. */
    @WithDefault("65536")
    int discoveryMaxBytes();

    /** How often it is looked for what has still to be carried to Keycloak. */
    @WithDefault("2s")
    Duration syncInterval();

    /** How long after a failure it is tried again at first; it doubles with each failure, up to ten minutes. */
    @WithDefault("5s")
    Duration syncPause();
}
