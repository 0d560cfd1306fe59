package dev.tertulia.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final MasterKeyCommand command =
            new MasterKeyCommand(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void anOperatorRotatesTheKeyStepByStep() {
        String file = folder.resolve("master-key.json").toString();
        assertThat(command.run("create", file)).isZero();
        assertThat(command.run("add", file)).isZero();
        assertThat(command.run("promote", file)).isZero();
        assertThat(command.run("remove", file, "1")).isZero();
        assertThat(command.run("show", file)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "MasterKeys[1], primary 1",
                        "MasterKeys[1, 2], primary 1",
                        "MasterKeys[1, 2], primary 2",
                        "MasterKeys[2], primary 2",
                        "MasterKeys[2], primary 2");
        assertThat(MasterKeys.read(Path.of(file)).withNewKey()).hasToString("MasterKeys[2, 3], primary 2");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        String missing = folder.resolve("none.json").toString();
        assertThat(command.run("add", missing)).isEqualTo(1);
        assertThat(command.run()).isEqualTo(2);
        assertThat(command.run("destroy", missing)).isEqualTo(2);
        assertThat(command.run("remove", missing, "all")).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("There is no master key", "show");
    }
}
