package dev.tertulia.local.whatsapp.webhook;

import dev.tertulia.local.whatsapp.SimulatorConfig;
import dev.tertulia.local.whatsapp.number.Behaviour;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of one number. They go out in order; while the business is away all wait, and what it refuses (4xx) is
 * tried again by itself, so that it holds nobody else up.
 */
final class WebhookLane {

    /** What became of a post. */
    enum Outcome {
        TAKEN,
        REFUSED,
        AWAY
    }

    /** Posts changes; the outcome is told once, on any thread. */
    interface Post {
        void send(BusinessNumber number, List<PendingWebhook> changes, Consumer<Outcome> outcome);
    }

    final LongAdder queued = new LongAdder();
    final LongAdder delivered = new LongAdder();
    final LongAdder failedPosts = new LongAdder();
    final LongAdder givenUp = new LongAdder();
    final LongAdder posts = new LongAdder();

    private final BusinessNumber number;
    private final Post post;
    private final Vertx vertx;
    private final Clock clock;
    private final SimulatorConfig.Webhooks config;
    private final PriorityQueue<PendingWebhook> waiting = new PriorityQueue<>(PendingWebhook.ORDER);
    private long nextSequence;
    private long lastDueMs;
    private long pausedUntilMs;
    private int failuresInARow;
    private int underWay;
    private int changesUnderWay;
    private long timer = -1;
    private long timerDueMs;

    WebhookLane(BusinessNumber number, Post post, Vertx vertx, Clock clock, SimulatorConfig.Webhooks config) {
        this.number = number;
        this.post = post;
        this.vertx = vertx;
        this.clock = clock;
        this.config = config;
    }

    /** Queues a change. */
    synchronized void add(Buffer change, @Nullable Consumer<Boolean> whenDone) {
        Behaviour behaviour = number.behaviour();
        long now = clock.millis();
        long due = now + behaviour.drawWebhook();
        if (!behaviour.reorderWebhooks()) {
            due = Math.max(due, lastDueMs);
            lastDueMs = due;
        }
        waiting.add(new PendingWebhook(nextSequence++, change, now, due, 0, false, whenDone));
        queued.increment();
        pump();
    }

    synchronized int pending() {
        return waiting.size() + changesUnderWay;
    }

    /** Forgets what waits; what is under way is not tried again. */
    synchronized void clear() {
        waiting.forEach(change -> change.done(false));
        waiting.clear();
        pausedUntilMs = 0;
        failuresInARow = 0;
        lastDueMs = 0;
    }

    /** Tries at once what waits for the business to come back. */
    synchronized void wake() {
        pausedUntilMs = 0;
        pump();
    }

    private void pump() {
        while (underWay < number.behaviour().webhookParallel()) {
            PendingWebhook head = waiting.peek();
            if (head == null) {
                return;
            }
            long now = clock.millis();
            long due = Math.max(head.dueMs(), pausedUntilMs);
            if (due > now) {
                wakeAt(due, now);
                return;
            }
            List<PendingWebhook> batch = batch(now);
            underWay++;
            changesUnderWay += batch.size();
            posts.increment();
            post.send(number, batch, outcome -> finished(batch, outcome));
        }
    }

    private List<PendingWebhook> batch(long now) {
        int most = number.behaviour().webhookBatch();
        List<PendingWebhook> batch = new ArrayList<>();
        for (PendingWebhook next = waiting.peek(); next != null; next = waiting.peek()) {
            boolean fits = batch.isEmpty()
                    || (batch.size() < most
                            && !next.alone()
                            && !batch.getFirst().alone());
            if (!fits || next.dueMs() > now) {
                break;
            }
            batch.add(waiting.remove());
        }
        return batch;
    }

    private synchronized void finished(List<PendingWebhook> batch, Outcome outcome) {
        underWay--;
        changesUnderWay -= batch.size();
        long now = clock.millis();
        switch (outcome) {
            case TAKEN -> {
                failuresInARow = 0;
                delivered.add(batch.size());
                batch.forEach(change -> change.done(true));
            }
            case REFUSED -> {
                failedPosts.increment();
                batch.forEach(change -> again(
                        batch.size() > 1 ? change.apart(now) : change.refused(now + pause(change.refusals())), now));
            }
            case AWAY -> {
                failedPosts.increment();
                pausedUntilMs = now + pause(failuresInARow++);
                batch.forEach(change -> again(change, now));
            }
        }
        pump();
    }

    private void again(PendingWebhook change, long now) {
        if (now - change.sinceMs() > config.retryFor().toMillis()) {
            givenUp.increment();
            change.done(false);
        } else {
            waiting.add(change);
        }
    }

    private long pause(int failuresBefore) {
        long doubled = config.firstPause().toMillis() << Math.min(failuresBefore, 20);
        long pause = Math.min(doubled, config.longestPause().toMillis());
        return pause - ThreadLocalRandom.current().nextLong(pause / 5 + 1);
    }

    private void wakeAt(long dueMs, long nowMs) {
        if (timer >= 0) {
            if (timerDueMs <= dueMs) {
                return;
            }
            vertx.cancelTimer(timer);
        }
        timerDueMs = dueMs;
        timer = vertx.setTimer(Math.max(1, dueMs - nowMs), id -> timerFired(id));
    }

    private synchronized void timerFired(long id) {
        if (id == timer) {
            timer = -1;
            pump();
        }
    }
}
