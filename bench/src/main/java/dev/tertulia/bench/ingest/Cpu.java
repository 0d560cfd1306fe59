package dev.tertulia.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time of a process and of those that it started, from the system's own accounting. */
final class Cpu {
    private static final double MICROSECONDS_PER_TICK = 1_000_000 / 100.0;
    private static final int USER = 11;
    private static final int WAITED_SYSTEM = 14;

    private Cpu() {}

    /** Microseconds so far, with children that have ended; on systems without /proc what Java knows of it. */
    static double micros(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(Cpu::microsOfOne)
                .sum();
    }

    private static double microsOfOne(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = USER; field <= WAITED_SYSTEM; field++) {
                ticks += Double.parseDouble(fields[field]);
            }
            return ticks * MICROSECONDS_PER_TICK;
        } catch (IOException e) {
            if (Files.exists(Path.of("/proc/self/stat"))) {
                // It ended between being listed and being read.
                return 0;
            }
            throw new UncheckedIOException(e);
        }
    }
}
