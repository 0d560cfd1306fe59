package dev.tertulia.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which paths go to which service. The table itself stands in application.properties. */
@ConfigMapping(prefix = "gateway.routing")
interface RoutingConfig {
    /** The services behind the gateway, by name. */
    Map<String, ServiceConfig> services();

    /** The routes, by a name that only tells them apart. */
    Map<String, RouteConfig> routes();

    /** One service. */
    interface ServiceConfig {
        /** Scheme, host and port; a path is not taken. */
        URI url();
    }

    /** One route. Each has connections of its own, so that a slow one does not hold up the others. */
    interface RouteConfig {
        /** A name out of the services. */
        String service();

        /** Prefixes of whole segments; the longest that fits decides. */
        List<String> paths();

        /**
         * Who may pass: {@code passport} asks for a credential, {@code optional} lets callers without one pass as
         * strangers, {@code open} looks at no credential and counts requests by channel instead of by address.
         */
        @WithDefault("passport")
        Access access();

        /** Whether callers who have no tenant, or do not say which of several, may pass. */
        @WithDefault("false")
        boolean tenantOptional();

        /** The largest body that is taken in. */
        @WithDefault("2M")
        MemorySize maxBodySize();

        /** How long the service may think about a request that it has whole. */
        @WithDefault("15s")
        Duration responseTimeout();

        /** How long a whole body may take to arrive. */
        @WithDefault("60s")
        Duration uploadTimeout();

        /** How long either side of a transfer may stand still. */
        @WithDefault("20s")
        Duration stallTimeout();

        /** How long to wait for a connection. */
        @WithDefault("1s")
        Duration connectTimeout();

        /** How many requests may be under way at once; as many again and some may wait for a connection. */
        @WithDefault("256")
        int maxConnections();
    }
}
