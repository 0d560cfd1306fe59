package dev.tertulia.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * A time by which something must have gone on. Moving it later is only noted, so that it can be moved with each chunk of
 * a body. For one event loop.
 */
final class Deadline {
    private static final long NONE = -1;

    private final Vertx vertx;
    private final Runnable onMissed;
    private long dueNanos;
    private long timerDueNanos;
    private long timer = NONE;
    private boolean over;

    Deadline(Vertx vertx, Runnable onMissed) {
        this.vertx = vertx;
        this.onMissed = onMissed;
    }

    /** From now on this much time is left. */
    void allow(Duration time) {
        allowNanos(time.toNanos());
    }

    void allowNanos(long nanos) {
        dueNanos = System.nanoTime() + nanos;
        if (timer == NONE || timerDueNanos - dueNanos > 0) {
            arm();
        }
    }

    /** No more can be missed. */
    void lift() {
        over = true;
        disarm();
    }

    private void arm() {
        disarm();
        if (over) {
            return;
        }
        timerDueNanos = dueNanos;
        long delayMillis = Math.max(1, (dueNanos - System.nanoTime() + 999_999) / 1_000_000);
        timer = vertx.setTimer(delayMillis, fired -> due());
    }

    private void due() {
        timer = NONE;
        if (over) {
            return;
        }
        if (dueNanos - System.nanoTime() > 0) {
            arm();
        } else {
            over = true;
            onMissed.run();
        }
    }

    private void disarm() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
    }
}
