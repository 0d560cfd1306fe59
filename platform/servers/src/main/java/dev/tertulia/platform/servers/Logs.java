package dev.tertulia.platform.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

final class Logs {

    private Logs() {}

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
