package dev.tertulia.local.stack;

import dev.tertulia.platform.crypto.MasterKeys;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The installation's secrets, drawn when they are first asked for and kept in {@code secrets.properties} and {@code
 * master.key}, which only their owner reads.
 */
public final class StackSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Path masterKey;
    private final Properties properties = new Properties();

    private StackSecrets(Path file, Path masterKey) {
        this.file = file;
        this.masterKey = masterKey;
    }

    static StackSecrets in(Path data) {
        var secrets = new StackSecrets(data.resolve("secrets.properties"), data.resolve("master.key"));
        secrets.load();
        MasterKeys.createIfMissing(secrets.masterKey);
        return secrets;
    }

    Path masterKeyFile() {
        return masterKey;
    }

    /** 256 bits as text that needs no escaping anywhere, always the same for the name. */
    public synchronized String get(String name) {
        String known = properties.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        properties.setProperty(name, drawn);
        store();
        return drawn;
    }

    /** The same bits in the usual base64, as keys are given. */
    String key(String name) {
        return Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(get(name)));
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StackException("Cannot read " + file, e);
        }
    }

    private void store() {
        var text = new StringWriter();
        try {
            properties.store(text, "Secrets of this installation, drawn at its first start");
            Path written = Files.createTempFile(
                    file.getParent(),
                    "secrets",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, text.toString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackException("Cannot write " + file, e);
        }
    }
}
