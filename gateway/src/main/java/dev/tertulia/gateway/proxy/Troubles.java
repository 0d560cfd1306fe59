package dev.tertulia.gateway.proxy;

import dev.tertulia.gateway.route.Route;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Tells operators that a service fails, a line each few seconds and not one a call. */
@Singleton
class Troubles {
    private static final Logger LOG = Logger.getLogger(Troubles.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<String, Long> lastSaidNanos = new ConcurrentHashMap<>();

    /**
     * @param what happened, without anything that callers or services said
     */
    void report(Route route, String what) {
        long now = System.nanoTime();
        Long said = lastSaidNanos.get(route.name());
        if (said == null || now - said > PAUSE_NANOS) {
            lastSaidNanos.put(route.name(), now);
            LOG.warnf("%s %s (route %s)", route.service(), what, route.name());
        }
    }
}
