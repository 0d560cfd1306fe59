package dev.tertulia.platform.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where unpacked binaries are kept for every checkout of this user, and where servers without a directory of their own
 * put their data: {@code ~/.cache/tertulia}, or what {@code TERTULIA_CACHE} says.
 */
public final class Cache {

    private Cache() {}

    public static Path directory() {
        return Optional.ofNullable(System.getenv("TERTULIA_CACHE"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "tertulia"))
                .toAbsolutePath();
    }

    /** A new directory that belongs to this JVM. Those of JVMs that are gone are removed, with the servers they left. */
    static Path temporary(String server) {
        Path running = directory().resolve("running");
        try {
            Files.createDirectories(running);
            sweep(running);
            return Files.createDirectory(running.resolve("%d-%s-%s"
                    .formatted(
                            ProcessHandle.current().pid(),
                            server,
                            UUID.randomUUID().toString().substring(0, 8))));
        } catch (IOException e) {
            throw new ServerException("Cannot write to " + running + " (set TERTULIA_CACHE to another folder)", e);
        }
    }

    private static void sweep(Path running) throws IOException {
        try (Stream<Path> directories = Files.list(running)) {
            directories.filter(Cache::isAbandoned).forEach(Cache::clear);
        }
    }

    private static boolean isAbandoned(Path directory) {
        String owner = directory.getFileName().toString().split("-", 2)[0];
        return ProcessHandle.of(Long.parseLong(owner))
                .filter(ProcessHandle::isAlive)
                .isEmpty();
    }

    private static void clear(Path directory) {
        Processes.fromPidFile(directory.resolve("data/postmaster.pid"), "postgres")
                .ifPresent(Processes::killTree);
        delete(directory);
    }

    /** Deletes as much as it can: several JVMs may sweep the same remains at once. */
    public static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            System.getLogger(Cache.class.getName())
                    .log(System.Logger.Level.DEBUG, "Left for the next sweep: {0}", directory);
        }
    }
}
