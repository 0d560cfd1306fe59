package dev.tertulia.local.stack;

import dev.tertulia.platform.servers.Cache;
import dev.tertulia.platform.servers.LocalRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's programs, unpacked and built for PostgreSQL once for each user and version. Building (20 s) is what lets it
 * start in seconds from then on.
 */
final class KeycloakDistribution {

    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--cache=local", "--health-enabled=false", "--metrics-enabled=false");

    private final Path home;

    private KeycloakDistribution(Path home) {
        this.home = home;
    }

    static KeycloakDistribution prepared() {
        Path target = Cache.directory().resolve("keycloak-" + version() + "-postgres");
        if (!Files.exists(target)) {
            prepareAlone(target);
        }
        return new KeycloakDistribution(target);
    }

    /** What the JVM is started with, as the distribution's own script does. */
    List<String> arguments(List<String> jvm, List<String> command) {
        var arguments = new ArrayList<>(jvm);
        arguments.addAll(List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        arguments.addAll(command);
        return arguments;
    }

    private static void prepareAlone(Path target) {
        Path lockFile = Cache.directory().resolve("keycloak.lock");
        try {
            Files.createDirectories(Cache.directory());
            try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(target)) {
                    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
                    Cache.delete(unfinished);
                    unpack(archive(), unfinished);
                    build(unfinished);
                    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new StackException("Keycloak cannot be unpacked to %s: %s".formatted(target, e.getMessage()), e);
        }
    }

    private static void build(Path home) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(new KeycloakDistribution(home).arguments(List.of("-Xmx512m"), BUILD));
        Path log = home.resolveSibling("keycloak-build.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            // Status 10 says that it was built and could be started now.
            if (!process.waitFor(5, TimeUnit.MINUTES) || (process.exitValue() != 0 && process.exitValue() != 10)) {
                process.destroyForcibly();
                throw new StackException("Keycloak could not be built for PostgreSQL: see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while Keycloak was built", e);
        }
    }

    /** Without the folder that all of it is in. */
    private static void unpack(Path archive, Path target) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path path = target.resolve(name).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An entry leaves the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
    }

    private static Path archive() {
        Path archive = LocalRepository.artifact("org.keycloak", "keycloak-quarkus-dist", version(), "zip");
        if (!Files.exists(archive)) {
            throw new StackException("Keycloak is not in the local Maven repository: build local/stack with Maven");
        }
        return archive;
    }

    private static String version() {
        var versions = new Properties();
        try (InputStream in = KeycloakDistribution.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new StackException("versions.properties cannot be read", e);
        }
        return versions.getProperty("keycloak");
    }
}
