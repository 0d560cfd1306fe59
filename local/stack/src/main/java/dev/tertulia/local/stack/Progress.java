package dev.tertulia.local.stack;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the person in front of the terminal what is going on, line by line. */
public final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** What just happened, with the time since the start. */
    public synchronized void say(String text) {
        out.printf("%6.1f s  %s%n", seconds(), text);
        out.flush();
    }

    synchronized void plain(String text) {
        out.println(text);
        out.flush();
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }
}
