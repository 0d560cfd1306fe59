package dev.tertulia.local.stack;

import dev.tertulia.platform.servers.Server;
import dev.tertulia.platform.servers.ServerException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Starts parts again that ended without being asked to, after a pause that grows while they keep ending. */
final class Supervisor {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** After so long without an end the pause is the first one again. */
    private static final Duration FORGIVEN = Duration.ofMinutes(2);

    private final Map<String, Server> parts;
    private final Progress progress;
    private final Map<String, Thread> watches = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Supervisor(Map<String, Server> parts, Progress progress) {
        this.parts = parts;
        this.progress = progress;
    }

    void start() {
        parts.forEach((name, part) ->
                watches.put(name, Thread.ofVirtual().name("watch-" + name).start(() -> watch(name, part))));
    }

    /** Waits until no part is being started any more. */
    void stop() {
        stopped = true;
        watches.values().forEach(Thread::interrupt);
        for (Thread watch : watches.values()) {
            try {
                watch.join(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void watch(String name, Server part) {
        Duration pause = FIRST_PAUSE;
        long lastEnd = System.nanoTime();
        try {
            while (!stopped) {
                Thread.sleep(250);
                if (part.isRunning()) {
                    continue;
                }
                long now = System.nanoTime();
                boolean forgiven = now - lastEnd > FORGIVEN.toNanos();
                pause = forgiven ? FIRST_PAUSE : pause;
                lastEnd = now;
                progress.say("%s ended; it is started again in %.1f s (its log is in .local/logs)"
                        .formatted(name, pause.toMillis() / 1000.0));
                Thread.sleep(pause);
                restart(name, part);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            // The stack is being stopped.
        }
    }

    private void restart(String name, Server part) {
        try {
            part.start();
            progress.say("%s is ready again".formatted(name));
        } catch (ServerException e) {
            if (!stopped) {
                progress.say("%s could not be started again: %s".formatted(name, e.getMessage()));
            }
        }
    }
}
