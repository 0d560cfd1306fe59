package dev.tertulia.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSecretsTest {

    @TempDir
    Path data;

    @Test
    void aSecretIsDrawnOnceAndKept() {
        String drawn = StackSecrets.in(data).get("gateway");

        assertThat(drawn).hasSize(43).isNotEqualTo(StackSecrets.in(data).get("other"));
        assertThat(StackSecrets.in(data).get("gateway")).isEqualTo(drawn);
    }

    @Test
    void onlyTheirOwnerReadsThem() throws Exception {
        StackSecrets secrets = StackSecrets.in(data);
        secrets.get("gateway");

        for (Path file : new Path[] {data.resolve("secrets.properties"), secrets.masterKeyFile()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }
}
