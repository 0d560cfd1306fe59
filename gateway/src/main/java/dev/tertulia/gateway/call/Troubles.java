package dev.tertulia.gateway.call;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Tells operators that a service fails: a line each few seconds, and not one a call. */
@Singleton
public class Troubles {
    private static final Logger LOG = Logger.getLogger(Troubles.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<String, Long> lastSaidNanos = new ConcurrentHashMap<>();

    /**
     * Says something, unless something was just said of the same.
     *
     * @param subject whose trouble it is: a route or a service
     * @param what happened, without anything that callers or services said
     */
    public void report(String subject, String what) {
        long now = System.nanoTime();
        Long said = lastSaidNanos.get(subject);
        if (said == null || now - said > PAUSE_NANOS) {
            lastSaidNanos.put(subject, now);
            LOG.warnf("%s: %s", subject, what);
        }
    }
}
