package dev.tertulia.platform.crypto;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a service has its master key from: {@code TERTULIA_MASTER_KEY} (the key set as base64 of its JSON), else the file
 * that {@code TERTULIA_MASTER_KEY_FILE} names. Tests may do without: they get a key of their own.
 */
@Singleton
class MasterKeySource {
    private final Optional<String> keySet;
    private final Optional<String> file;

    MasterKeySource(
            @ConfigProperty(name = "tertulia.master-key") Optional<String> keySet,
            @ConfigProperty(name = "tertulia.master-key-file") Optional<String> file) {
        this.keySet = keySet;
        this.file = file;
    }

    /** At the start, since a service without its key had better not run. */
    @Startup
    @Produces
    @Singleton
    FieldCipher fieldCipher(MasterKeys keys) {
        return new FieldCipher(keys);
    }

    @Produces
    @Singleton
    MasterKeys masterKeys() {
        if (keySet.isPresent()) {
            return MasterKeys.parse(keySet.get());
        }
        if (file.isPresent()) {
            return MasterKeys.read(Path.of(file.get()));
        }
        if (LaunchMode.current() == LaunchMode.TEST) {
            return MasterKeys.create();
        }
        throw new CryptoException("No master key: set TERTULIA_MASTER_KEY_FILE or TERTULIA_MASTER_KEY");
    }
}
