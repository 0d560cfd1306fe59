package dev.tertulia.messaging.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Files in a folder. A file appears in it at once and whole, and is on the disk before it is said to be stored. */
final class FolderStorage implements ObjectStorage {
    private final Vertx vertx;
    private final Path root;

    FolderStorage(Vertx vertx, Path folder) {
        this.vertx = vertx;
        this.root = folder.toAbsolutePath().normalize();
    }

    @Override
    public Uni<Void> put(String key, Path file) {
        Path target = place(key);
        return blocking(() -> {
            Files.createDirectories(target.getParent());
            try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
                bytes.force(true);
            }
            move(file, target);
            return null;
        });
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Path beside = target.resolveSibling(target.getFileName() + ".part");
            Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel bytes = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                bytes.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public Uni<LocalBytes> read(String key, long from, long length) {
        Path file = place(key);
        return blocking(() -> {
            if (Files.size(file) < from + length) {
                throw new IOException("The file is shorter than what was stored");
            }
            return new LocalBytes(file, from, length, false);
        });
    }

    @Override
    public Uni<List<String>> below(String folder, int atMost) {
        Path place = place(folder);
        return blocking(() -> {
            if (!Files.isDirectory(place)) {
                return List.of();
            }
            try (Stream<Path> files = Files.walk(place)) {
                return files.filter(Files::isRegularFile)
                        .limit(atMost)
                        .map(file -> root.relativize(file).toString())
                        .toList();
            }
        });
    }

    @Override
    public Uni<Void> delete(String key) {
        Path file = place(key);
        return blocking(() -> {
            Files.deleteIfExists(file);
            return null;
        });
    }

    /** Fails with an IllegalArgumentException for a key that leads out of the folder. */
    Path place(String key) {
        Path place = root.resolve(key).normalize();
        if (!place.startsWith(root) || place.equals(root)) {
            throw new IllegalArgumentException("The key leads out of the storage");
        }
        return place;
    }

    private <T> Uni<T> blocking(java.util.concurrent.Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }
}
