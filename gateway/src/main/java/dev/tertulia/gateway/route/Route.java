package dev.tertulia.gateway.route;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/**
 * One route.
 *
 * @param url the address of the service, without a path
 */
public record Route(
        String name,
        String service,
        URI url,
        Access access,
        boolean tenantOptional,
        long maxBodyBytes,
        Duration responseTimeout,
        Duration uploadTimeout,
        Duration stallTimeout,
        Duration connectTimeout,
        int maxConnections) {

    static Route from(String name, RoutingConfig.RouteConfig config, URI url) {
        return new Route(
                name,
                config.service(),
                url,
                config.access(),
                config.tenantOptional(),
                config.maxBodySize().asLongValue(),
                config.responseTimeout(),
                config.uploadTimeout(),
                config.stallTimeout(),
                config.connectTimeout(),
                config.maxConnections());
    }

    /** Addresses a request to the service of this route, or fills other options of the same shape. */
    public RequestOptions address(RequestOptions options) {
        return options.setHost(host(url)).setPort(port(url)).setSsl(isSecure(url));
    }

    public static String host(URI url) {
        return url.getHost();
    }

    public static int port(URI url) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return isSecure(url) ? 443 : 80;
    }

    public static boolean isSecure(URI url) {
        return "https".equals(url.getScheme());
    }
}
