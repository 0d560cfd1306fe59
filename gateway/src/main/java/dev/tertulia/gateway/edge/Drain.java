package dev.tertulia.gateway.edge;

import dev.tertulia.gateway.call.Call;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Lets calls that are under way end before the process does. (Quarkus' own way of doing so waits for each WebSocket that
 * was ever opened, since it never learns that one has ended.)
 */
@Singleton
class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;
    private static final long LOOK_EVERY_NANOS = 10_000_000;

    private final AtomicInteger underWay = new AtomicInteger();
    private final DrainConfig config;

    Drain(DrainConfig config) {
        this.config = config;
    }

    void count(Call call) {
        underWay.incrementAndGet();
        call.whenDone(whole -> underWay.decrementAndGet());
    }

    /** The server still listens while this waits; sockets have been told to go by then. */
    void waitForCalls(@Observes @Priority(LAST) ShutdownDelayInitiatedEvent stop) {
        long deadline = System.nanoTime() + config.time().toNanos();
        while (underWay.get() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        int left = underWay.get();
        if (left > 0) {
            LOG.warnf("%d calls were still under way and are cut off", left);
        }
    }
}
