package dev.tertulia.platform.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once for each user and version from the archive on the class path. */
final class PostgresBinaries {

    private static final Map<String, String> ARCHITECTURES = Map.of(
            "amd64", "x86_64",
            "x86_64", "x86_64",
            "aarch64", "arm_64");

    private final Path directory;

    private PostgresBinaries(Path directory) {
        this.directory = directory;
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    static synchronized PostgresBinaries unpacked() {
        byte[] archive = archive();
        var checksum = new CRC32();
        checksum.update(archive);
        Path target = Cache.directory().resolve("postgres-%08x".formatted(checksum.getValue()));
        if (!Files.exists(target)) {
            unpackAlone(archive, target);
        }
        return new PostgresBinaries(target);
    }

    /** Other JVMs may want the same at the same moment: one unpacks beside the target, then moves it there whole. */
    private static void unpackAlone(byte[] archive, Path target) {
        Path lockFile = Cache.directory().resolve("unpack.lock");
        try {
            Files.createDirectories(Cache.directory());
            try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(target)) {
                    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
                    Cache.delete(unfinished);
                    unpack(archive, unfinished);
                    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new ServerException("Cannot unpack PostgreSQL to " + target, e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new java.io.ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An entry leaves the archive: " + entry.getName());
                }
                writeEntry(tar, entry, path);
            }
        }
    }

    private static void writeEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static byte[] archive() {
        String name = "/postgres-%s-%s.txz".formatted(system(), architecture());
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ServerException("This build brings no PostgreSQL for your system (" + name
                        + "): use a Docker engine, or add the binaries of io.zonky.test.postgres for it");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ServerException("Cannot read " + name, e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return ARCHITECTURES.getOrDefault(name, name);
    }
}
