package dev.tertulia.local.stack;

import dev.tertulia.platform.servers.Logs;
import dev.tertulia.platform.servers.Processes;
import dev.tertulia.platform.servers.Server;
import dev.tertulia.platform.servers.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A JVM of its own that serves HTTP on the loopback and says by a path when it is ready. */
final class JavaServer implements Server {

    private static final Duration STARTUP = Duration.ofMinutes(5);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Program program;
    private final Path log;
    private final Path pidFile;
    private volatile @Nullable ProcessHandle process;
    private boolean closed;

    /**
     * @param readyPath answers 200 as soon as the program serves
     * @param arguments of the JVM and to the program, asked for at each start
     */
    record Program(
            String name,
            int port,
            String readyPath,
            Supplier<List<String>> arguments,
            Map<String, String> environment) {

        Program {
            environment = Map.copyOf(environment);
        }
    }

    JavaServer(Program program, Path data) {
        this.program = program;
        this.log = data.resolve("logs").resolve(program.name() + ".log");
        this.pidFile = data.resolve("run").resolve(program.name() + ".pid");
    }

    /** Repeating it, also from another thread, waits for the same start. */
    @Override
    public void start() {
        ProcessHandle child = process;
        try {
            if (child == null || !child.isAlive()) {
                // Outside of the lock, since it may take a while to have it prepared.
                child = launch(command());
            }
        } catch (IOException e) {
            throw new ServerException("Cannot start %s: %s".formatted(program.name(), e.getMessage()), e);
        }
        awaitReady(child);
    }

    /** Does not wait, so that it can be stopped while it starts. */
    private synchronized ProcessHandle launch(List<String> command) throws IOException {
        if (closed) {
            throw new ServerException(program.name() + " was stopped before it started");
        }
        ProcessHandle running = process;
        if (running != null && running.isAlive()) {
            return running;
        }
        endLeftover();
        Files.createDirectories(log.getParent());
        Files.createDirectories(pidFile.getParent());
        Logs.rotate(log);
        var builder = new ProcessBuilder(Processes.detached(command))
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(log.toFile());
        builder.environment().putAll(program.environment());
        ProcessHandle child = builder.start().toHandle();
        process = child;
        Files.writeString(pidFile, Long.toString(child.pid()));
        return child;
    }

    /** Ends what an earlier run, which was killed, has left behind. */
    synchronized void endLeftover() {
        Processes.fromPidFile(pidFile, marker()).ifPresent(leftover -> Processes.terminate(leftover, SHUTDOWN));
    }

    @Override
    public synchronized void stop() {
        ProcessHandle running = process;
        process = null;
        if (running != null) {
            Processes.resumeTree(running);
            Processes.terminate(running, SHUTDOWN);
        }
    }

    @Override
    public synchronized void kill() {
        ProcessHandle running = process;
        process = null;
        if (running != null) {
            Processes.killTree(running);
        }
    }

    @Override
    public synchronized void pause() {
        Processes.pauseTree(running());
    }

    @Override
    public synchronized void resume() {
        Processes.resumeTree(running());
    }

    @Override
    public boolean isRunning() {
        ProcessHandle running = process;
        return running != null && running.isAlive();
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return program.port();
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }

    private ProcessHandle running() {
        if (process == null) {
            throw new IllegalStateException(program.name() + " is not running");
        }
        return process;
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // First, where a system that cuts long command lines still shows it.
        command.add(marker());
        command.addAll(program.arguments().get());
        return command;
    }

    private String marker() {
        return "-Dtertulia.part=" + program.name();
    }

    private void awaitReady(ProcessHandle child) {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                if (isReady()) {
                    return;
                }
                if (Processes.awaitExit(child, Duration.ofMillis(100))) {
                    String cause = Logs.rootCause(log);
                    throw new ServerException("%s stopped while it started%s (see %s)"
                            .formatted(program.name(), cause.isEmpty() ? "" : ": " + cause, log));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while %s started".formatted(program.name()), e);
        }
        kill();
        throw new ServerException(
                "%s was not ready within %d s (see %s)".formatted(program.name(), STARTUP.toSeconds(), log));
    }

    private boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d%s".formatted(program.port(), program.readyPath())))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
