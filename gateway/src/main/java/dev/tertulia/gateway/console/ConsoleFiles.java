package dev.tertulia.gateway.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one build of the console, in memory: what is served is what was found, whatever a path says.
 *
 * @param byPath by the path that browsers ask for, such as {@code /assets/main-3fa9c1d2.js}
 * @param index what pages begin with; null where there is no build
 * @param builtAt when index.html was written, in milliseconds; 0 where there is no build
 */
record ConsoleFiles(
        Map<String, ConsoleFile> byPath, @Nullable ConsoleFile index, long builtAt) {
    /** A build has a few megabytes; what is much larger is no build. */
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private static final String INDEX = "index.html";
    private static final List<String> COMPRESSED = List.of(".gz", ".br");

    static ConsoleFiles none() {
        return new ConsoleFiles(Map.of(), null, 0);
    }

    /** When the build in a folder was written; 0 where there is none. Blocks. */
    static long builtAt(Path directory) {
        try {
            return Files.getLastModifiedTime(directory.resolve(INDEX)).toMillis();
        } catch (IOException noBuild) {
            return 0;
        }
    }

    /** Reads a build. Fails where it cannot be read or is too large. Blocks. */
    static ConsoleFiles read(Path directory) throws IOException {
        long builtAt = builtAt(directory);
        if (builtAt == 0) {
            return none();
        }
        Map<String, byte[]> found = found(directory);
        Map<String, ConsoleFile> byPath = new HashMap<>();
        found.forEach((path, bytes) -> {
            if (COMPRESSED.stream().noneMatch(path::endsWith)) {
                byPath.put(path, ConsoleFile.of(path, bytes, found.get(path + ".gz"), found.get(path + ".br")));
            }
        });
        return new ConsoleFiles(Map.copyOf(byPath), byPath.get("/" + INDEX), builtAt);
    }

    private static Map<String, byte[]> found(Path directory) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        long left = MAX_BYTES;
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            left -= Files.size(file);
            if (left < 0) {
                throw new IOException("More than " + MAX_BYTES + " bytes");
            }
            String path = "/" + directory.relativize(file).toString().replace('\\', '/');
            found.put(path, Files.readAllBytes(file));
        }
        return found;
    }
}
