package dev.tertulia.platform.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The outputs of child processes: one file a run, and the one before. */
public final class Logs {

    private Logs() {}

    /** Keeps what the run before wrote beside the file, under its name with {@code .1}. */
    public static void rotate(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static String lastLine(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank())
                            .reduce((before, last) -> last)
                            .orElse("no output") + " (see " + log + ")";
        } catch (IOException e) {
            return "no output";
        }
    }
}
