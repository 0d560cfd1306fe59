package dev.tertulia.platform.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The outputs of child processes: one file a run, and the one before. */
public final class Logs {

    private static final String CAUSE = "Caused by: ";
    private static final int LONGEST = 300;

    private Logs() {}

    /** Keeps what the run before wrote beside the file, under its name with {@code .1}. */
    public static void rotate(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What a program that could not start says is the root of it; empty if it does not say. */
    public static String rootCause(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(CAUSE))
                    .reduce((before, last) -> last)
                    .map(line -> line.substring(CAUSE.length()))
                    .map(line -> line.substring(0, Math.min(line.length(), LONGEST)))
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    static String lastLine(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank())
                            .reduce((before, last) -> last)
                            .orElse("no output") + " (see " + log + ")";
        } catch (IOException | UncheckedIOException e) {
            return "no output";
        }
    }
}
