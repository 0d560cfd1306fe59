package dev.tertulia.gateway.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whom the gateway believes what about addresses. */
@ConfigMapping(prefix = "gateway.clients")
interface ClientConfig {
    /** Networks of the proxies whose {@code X-Forwarded-*} headers are believed; none without. */
    Optional<List<String>> trustedProxies();

    /**
     * Networks from which metrics and the like under {@code /q} can be read, directly and not through a proxy. Health
     * checks are open to all.
     */
    @WithDefault("127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7")
    List<String> operators();
}
