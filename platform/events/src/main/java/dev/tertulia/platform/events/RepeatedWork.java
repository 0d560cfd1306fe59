package dev.tertulia.platform.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done again and again on a virtual thread of its own, where it may block. After a failure it pauses, longer
 * each time, and never ends by itself.
 */
public final class RepeatedWork {
    private static final Logger LOG = Logger.getLogger(RepeatedWork.class);
    private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(50);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final String name;
    private final Duration longestBackoff;
    private final Work work;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    /** One round of the work. */
    @FunctionalInterface
    public interface Work {
        /** Says when to do it next; a failure is logged and leads to another try. */
        Next round() throws Exception;
    }

    /**
     * When the next round is due.
     *
     * @param wakeable whether {@link #wake} may begin it earlier
     */
    public record Next(@Nullable Duration pause, boolean wakeable) {
        public static Next atOnce() {
            return new Next(Duration.ZERO, true);
        }

        /** After about this long (a tenth more or less, so that replicas do not march in step), or when woken. */
        public static Next after(Duration pause) {
            return new Next(jittered(pause), true);
        }

        /** After about this long, woken or not. */
        public static Next notBefore(Duration pause) {
            return new Next(jittered(pause), false);
        }

        public static Next whenWoken() {
            return new Next(Duration.ofNanos(Long.MAX_VALUE), true);
        }

        public static Next never() {
            return new Next(null, false);
        }

        private static Duration jittered(Duration pause) {
            return Duration.ofNanos(
                    (long) (pause.toNanos() * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
        }
    }

    public RepeatedWork(String name, Duration longestBackoff, Work work) {
        this.name = name;
        this.longestBackoff = longestBackoff;
        this.work = work;
    }

    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("events-" + name).start(this::run);
        }
    }

    /** Has the next round begin now, unless a pause after a failure is under way. */
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /** Interrupts the work and waits a few seconds for its end. */
    public void stop() {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(STOP_LIMIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        int failures = 0;
        while (!stopped) {
            Next next;
            try {
                next = work.round();
                if (failures > 0) {
                    LOG.infof("%s works again, failures before: %d", name, failures);
                    failures = 0;
                }
            } catch (InterruptedException e) {
                break;
            } catch (Exception e) {
                if (stopped) {
                    break;
                }
                next = Next.notBefore(backoff(failures));
                logFailure(e, failures++);
            }
            Duration pause = next.pause();
            if (pause == null || !await(pause, next.wakeable())) {
                break;
            }
        }
    }

    private Duration backoff(int failures) {
        Duration backoff = SHORTEST_BACKOFF.multipliedBy(1L << Math.min(failures, 16));
        return backoff.compareTo(longestBackoff) < 0 ? backoff : longestBackoff;
    }

    // What is away stays away for a while: the first failure is told, the rest at debug level.
    private void logFailure(Exception failure, int before) {
        LOG.logf(
                before == 0 ? Logger.Level.WARN : Logger.Level.DEBUG,
                "%s failed and will be tried again: %s",
                name,
                failure.toString());
        LOG.debug("The failure", failure);
    }

    private boolean await(Duration pause, boolean wakeable) {
        try {
            if (!wakeable) {
                Thread.sleep(pause);
            } else if (!pause.isZero()) {
                var ignored = woken.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
            }
            woken.drainPermits();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
