package dev.tertulia.platform.crypto;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The key set on disk: never half written, and never readable for others, not even for a moment. */
final class MasterKeyFile {
    private static final String OWNER_ONLY = "rw-------";
    private static final String OWNER_ONLY_FOLDER = "rwx------";

    private MasterKeyFile() {}

    static MasterKeys read(Path file) {
        try {
            return MasterKeys.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new CryptoException("There is no master key at " + file, e);
        } catch (IOException e) {
            throw new CryptoException("The master key at " + file + " cannot be read", e);
        } catch (CryptoException e) {
            throw new CryptoException("The master key at " + file + " is not a key set", e);
        }
    }

    static MasterKeys readOrCreate(Path file) {
        if (!Files.exists(file)) {
            create(file);
        }
        return read(file);
    }

    static void replace(Path file, MasterKeys keys) {
        try {
            Path written = writeBeside(file, keys);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CryptoException("The master key cannot be written to " + file, e);
        }
    }

    private static void create(Path file) {
        try {
            Path written = writeBeside(file, MasterKeys.create());
            try {
                // Unlike a move, a link fails where another process was faster: its key stays.
                Files.createLink(file, written);
            } finally {
                Files.delete(written);
            }
        } catch (FileAlreadyExistsException e) {
            // The other one's key is as good.
        } catch (IOException e) {
            throw new CryptoException("The master key cannot be created at " + file, e);
        }
    }

    private static Path writeBeside(Path file, MasterKeys keys) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("A folder was given where a file is needed");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY_FOLDER)));
        }
        Path written = Files.createTempFile(
                folder,
                "master-key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(written, keys.json());
        return written;
    }
}
