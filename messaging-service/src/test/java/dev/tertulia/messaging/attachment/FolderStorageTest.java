package dev.tertulia.messaging.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStorageTest {
    @SuppressWarnings("NullAway") // places need none
    private final FolderStorage storage = new FolderStorage((Vertx) null, Path.of("/srv/files"));

    @ParameterizedTest
    @ValueSource(strings = {"../etc/passwd", "a/../../b", "/etc/passwd", ".", "", "a/.."})
    void noKeyLeadsOutOfTheFolder(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> storage.place(key));
    }

    @Test
    void aKeyIsAPlaceInTheFolder() {
        assertThat(storage.place("tenant/file")).isEqualTo(Path.of("/srv/files/tenant/file"));
    }
}
