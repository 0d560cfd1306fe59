package dev.tertulia.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MasterKeySourceIT.KeyFile.class)
class MasterKeySourceIT {
    @Inject
    FieldCipher cipher;

    @Inject
    @ConfigProperty(name = "tertulia.master-key-file")
    String file;

    @Test
    void aServiceEncryptsUnderTheKeyOfItsFile() {
        String value = cipher.encrypt("secret", "place");
        assertThat(new FieldCipher(MasterKeys.read(Path.of(file))).decrypt(value, "place"))
                .isEqualTo("secret");
    }

    public static final class KeyFile implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                Path file = Files.createTempDirectory("keys").resolve("master-key.json");
                MasterKeys.createIfMissing(file);
                return Map.of("tertulia.master-key-file", file.toString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {}
    }
}
