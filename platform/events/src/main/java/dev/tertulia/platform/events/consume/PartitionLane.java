package dev.tertulia.platform.events.consume;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The records of one partition, delivered one after the other on a virtual thread that lives while there are any. */
final class PartitionLane {
    private static final Logger LOG = Logger.getLogger(PartitionLane.class);
    // Enough that delivery need not wait for the next poll.
    private static final int FULL = 1_000;

    private final Delivery delivery;
    private final Runnable onProgress;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Queue<ConsumerRecord<String, String>> waiting = new ArrayDeque<>();
    private @Nullable Thread thread;
    private int underWay;
    private long done = -1;
    private volatile boolean failed;

    /** Calls {@code onProgress} when a full lane has room again. */
    PartitionLane(Delivery delivery, Runnable onProgress) {
        this.delivery = delivery;
        this.onProgress = onProgress;
    }

    synchronized void add(List<ConsumerRecord<String, String>> records) {
        waiting.addAll(records);
        if (thread == null && !waiting.isEmpty() && !isStopping()) {
            thread = Thread.ofVirtual().name("events-lane").start(this::run);
        }
    }

    synchronized boolean isFull() {
        return waiting.size() >= FULL;
    }

    /** How many records have come and had no effect yet. */
    synchronized int undelivered() {
        return waiting.size() + underWay;
    }

    /** The offset up to which all records are delivered (exclusive), or -1 when none is yet. */
    synchronized long done() {
        return done;
    }

    /** Begins nothing more. What is under way comes to its end. */
    void stop() {
        stopping.countDown();
    }

    /** Waits for the end of what is under way, at most this long. */
    void awaitEnd(Duration limit) {
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running == null) {
            return;
        }
        try {
            running.join(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it came to an end that it should never come to, so that its partition must be taken up anew. */
    boolean hasFailed() {
        return failed;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void run() {
        try {
            for (var records = next(); !records.isEmpty(); records = next()) {
                delivery.deliver(records, stopping);
                finish(records.getLast().offset() + 1);
            }
        } catch (Delivery.StoppedException e) {
            LOG.debug("A partition was given up with records waiting");
        } catch (RuntimeException | Error e) {
            LOG.error("A lane failed", e);
            failed = true;
            onProgress.run();
        }
    }

    private synchronized List<ConsumerRecord<String, String>> next() {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        while (records.size() < delivery.batchSize() && !waiting.isEmpty() && !isStopping()) {
            records.add(waiting.remove());
        }
        underWay = records.size();
        if (records.isEmpty()) {
            thread = null;
        }
        return records;
    }

    private void finish(long offset) {
        boolean wasFull;
        synchronized (this) {
            done = offset;
            wasFull = waiting.size() + delivery.batchSize() >= FULL && !isFull();
        }
        if (wasFull) {
            onProgress.run();
        }
    }
}
