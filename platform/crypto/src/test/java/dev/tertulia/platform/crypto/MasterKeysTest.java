package dev.tertulia.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTest {
    @TempDir
    Path folder;

    @Test
    void theFirstStartCreatesAKeyThatItsOwnerAloneCanRead() throws IOException {
        Path file = folder.resolve("secrets/master-key.json");
        MasterKeys created = MasterKeys.createIfMissing(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        String value = new FieldCipher(created).encrypt("a", "place");
        assertThat(new FieldCipher(MasterKeys.createIfMissing(file)).decrypt(value, "place"))
                .isEqualTo("a");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whoeverCreatesItAtTheSameTimeGetsTheSameKey() {
        Path file = folder.resolve("master-key.json");
        List<MasterKeys> created = IntStream.range(0, 8)
                .parallel()
                .mapToObj(process -> MasterKeys.createIfMissing(file))
                .toList();
        String value = new FieldCipher(created.getFirst()).encrypt("a", "place");
        assertThat(created)
                .allSatisfy(keys -> assertThat(new FieldCipher(keys).decrypt(value, "place"))
                        .isEqualTo("a"));
    }

    @Test
    void aRotatedSetReplacesTheFile() throws IOException {
        Path file = folder.resolve("master-key.json");
        MasterKeys.createIfMissing(file).withNewKey().withNewestAsPrimary().write(file);
        MasterKeys read = MasterKeys.read(file);
        assertThat(read.primaryVersion()).isEqualTo(2);
        assertThat(read.has(1)).isTrue();
        assertThat(read.has(3)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theEnvironmentHoldsItAsJsonOrAsBase64() {
        MasterKeys keys = MasterKeys.create();
        String value = new FieldCipher(keys).encrypt("a", "place");
        String base64 = Base64.getEncoder().encodeToString(keys.json().getBytes(StandardCharsets.UTF_8));
        for (String text : new String[] {keys.json(), base64, base64 + "\n", "  " + keys.json()}) {
            assertThat(new FieldCipher(MasterKeys.parse(text)).decrypt(value, "place"))
                    .isEqualTo("a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"key\":[]}", "nonsense", "%%%", "c2VjcmV0", "null"})
    void whatIsNoKeySetFailsWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> MasterKeys.parse(text))
                .isInstanceOf(CryptoException.class)
                .hasNoCause()
                .hasMessageContaining("not a key set");
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.json");
        assertThatThrownBy(() -> MasterKeys.read(file))
                .isInstanceOf(CryptoException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aBrokenFileIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("master-key.json"), "half");
        assertThatThrownBy(() -> MasterKeys.createIfMissing(file)).isInstanceOf(CryptoException.class);
        assertThat(file).hasContent("half");
    }

    @Test
    void theKeyInUseCannotBeRemoved() {
        assertThatThrownBy(() -> MasterKeys.create().without(1)).isInstanceOf(CryptoException.class);
    }

    @Test
    void itsTextHoldsNoSecret() {
        MasterKeys keys = MasterKeys.create().withNewKey();
        assertThat(keys).hasToString("MasterKeys[1, 2], primary 1");
    }
}
