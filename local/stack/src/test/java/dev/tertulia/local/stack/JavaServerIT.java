package dev.tertulia.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tertulia.platform.servers.Ports;
import dev.tertulia.platform.servers.Server;
import dev.tertulia.platform.servers.ServerException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    private final int port = Ports.free();

    @Test
    void aPartThatWasKilledIsStartedAgainBySupervision() {
        var output = new ByteArrayOutputStream();
        var part = part("answering");
        var supervisor = new Supervisor(
                Map.<String, Server>of("part", part),
                new Progress(new PrintStream(output, true, StandardCharsets.UTF_8)));
        try (part) {
            part.start();
            supervisor.start();
            long before = pid();

            ProcessHandle.of(before).orElseThrow().destroyForcibly();

            await().atMost(PATIENCE)
                    .until(() -> output.toString(StandardCharsets.UTF_8).contains("part is ready again"));
            assertThat(part.isRunning()).isTrue();
            assertThat(pid()).isNotEqualTo(before);
        } finally {
            supervisor.stop();
        }
    }

    @Test
    void aPartThatAnEarlierRunLeftBehindIsReplaced() {
        var left = part("answering");
        left.start();
        long before = pid();

        try (var next = part("answering")) {
            next.start();

            assertThat(left.isRunning()).isFalse();
            assertThat(pid()).isNotEqualTo(before);
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramHarmsNobody() throws Exception {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(
                data.resolve("run/part.pid"),
                Long.toString(ProcessHandle.current().pid()));

        try (var part = part("answering")) {
            part.start();

            assertThat(part.isRunning()).isTrue();
        }
    }

    @Test
    void aPartThatEndsWhileItStartsIsSaidAtOnce() {
        try (var part = part("broken")) {
            assertThatThrownBy(part::start)
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("part stopped while it started")
                    .hasMessageContaining("part.log");
        }
    }

    @Test
    void aPartCanBeStoppedWhileItStarts() {
        var part = part("silent");
        var start = CompletableFuture.runAsync(part::start);
        await().atMost(PATIENCE).until(part::isRunning);

        part.close();

        assertThat(start).failsWithin(PATIENCE).withThrowableThat().withMessageContaining("stopped while it started");
        assertThatThrownBy(part::start).hasMessageContaining("stopped before it started");
    }

    private JavaServer part(String behaviour) {
        return new JavaServer(
                new JavaServer.Program(
                        "part",
                        port,
                        "/ready",
                        () -> List.of(
                                "-cp",
                                "target/test-classes",
                                AnsweringProgram.class.getName(),
                                Integer.toString(port),
                                behaviour),
                        Map.of()),
                data);
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readString(data.resolve("run/part.pid")));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
