package dev.tertulia.platform.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as a child process, listening on the loopback only. Roles log in by password (SCRAM), as they do in
 * production. A server that an earlier run left behind in the same directory is stopped first.
 */
public final class PostgresServer implements DatabaseServer {

    private static final String HOST = "127.0.0.1";
    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);

    private final Settings settings;
    private final Path home;
    private final Path log;
    private final boolean temporary;
    private @Nullable ProcessHandle process;

    private PostgresServer(Settings settings, Path home, Path log, boolean temporary) {
        this.settings = settings;
        this.home = home;
        this.log = log;
        this.temporary = temporary;
    }

    /**
     * @param port where it listens
     * @param durable whether acknowledged commits outlive a crash of the machine; a crash of the server they do anyway
     * @param superuserPassword given to the superuser when the directory is created
     * @param parameters of the server, beside ours
     */
    public record Settings(int port, boolean durable, String superuserPassword, Map<String, String> parameters) {

        /** A free port, a password of its own, and no wait for the disk. */
        public static Settings forTests() {
            return new Settings(Ports.free(), false, UUID.randomUUID().toString(), Map.of());
        }
    }

    /** Not started yet; its data is removed on {@link #close()}, or by a later run if this JVM is killed. */
    public static PostgresServer temporary(Settings settings) {
        Path home = Cache.temporary("postgres");
        return new PostgresServer(settings, home, home.resolve("postgres.log"), true);
    }

    /** Not started yet; keeps its data in the directory, which is created, and begins a new log at each start. */
    public static PostgresServer in(Path directory, Path log, Settings settings) {
        return new PostgresServer(settings, directory.toAbsolutePath(), log, false);
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        var binaries = PostgresBinaries.unpacked();
        try {
            Files.createDirectories(home);
            Logs.rotate(log);
            stopLeftover();
            Ports.requireFree(settings.port(), "PostgreSQL");
            if (!Files.exists(data().resolve("PG_VERSION"))) {
                initialise(binaries);
            }
            var child = new ProcessBuilder(Processes.detached(command(binaries)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = child.toHandle();
            awaitAnswer(child);
        } catch (IOException e) {
            throw new ServerException("Cannot start PostgreSQL in " + home + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void stop() {
        var running = process;
        process = null;
        if (running != null && running.isAlive()) {
            Processes.resumeTree(running);
            stop(running);
        }
    }

    /** "Fast" in PostgreSQL's words: clients are disconnected, what is committed is written. */
    private static void stop(ProcessHandle postmaster) {
        Processes.signal("INT", postmaster);
        if (!Processes.awaitExit(postmaster, SHUTDOWN)) {
            Processes.killTree(postmaster);
        }
    }

    @Override
    public synchronized void kill() {
        var running = process;
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
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public synchronized void close() {
        if (temporary) {
            kill();
            Cache.delete(home);
        } else {
            stop();
        }
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public String superuserPassword() {
        return settings.superuserPassword();
    }

    private ProcessHandle running() {
        if (process == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return process;
    }

    private Path data() {
        return home.resolve("data");
    }

    /** Stops a server that an earlier run left in the directory; starting it does so too. */
    public void stopLeftover() {
        Processes.fromPidFile(data().resolve("postmaster.pid"), "postgres").ifPresent(PostgresServer::stop);
    }

    /** Beside its place and moved there whole, so that an interrupted start leaves no half of a directory. */
    private void initialise(PostgresBinaries binaries) throws IOException {
        Path unfinished = home.resolve("data.unfinished");
        Path password = home.resolve("password");
        Cache.delete(unfinished);
        Cache.delete(data());
        Files.writeString(password, settings.superuserPassword());
        try {
            var command = new ArrayList<>(asOrdinaryUser());
            command.addAll(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + unfinished,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
            if (!settings.durable()) {
                command.add("--no-sync");
            }
            run(command);
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command) throws IOException {
        var child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!child.waitFor(STARTUP.toSeconds(), TimeUnit.SECONDS) || child.exitValue() != 0) {
                child.destroyForcibly();
                throw new ServerException("PostgreSQL could not create its directory: " + lastLogLine());
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while PostgreSQL created its directory", e);
        }
    }

    private List<String> command(PostgresBinaries binaries) {
        var command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(binaries.program("postgres").toString(), "-D", data().toString()));
        parameters().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("port", Integer.toString(settings.port()));
        parameters.put("listen_addresses", HOST);
        parameters.put("unix_socket_directories", "");
        parameters.put("max_connections", "200");
        parameters.put("timezone", "UTC");
        parameters.put("log_timezone", "UTC");
        // Statements and the details of errors carry what customers wrote; logs carry none of it.
        parameters.put("log_min_error_statement", "panic");
        parameters.put("log_error_verbosity", "terse");
        String durable = settings.durable() ? "on" : "off";
        parameters.put("fsync", durable);
        parameters.put("synchronous_commit", "on");
        parameters.put("full_page_writes", durable);
        parameters.putAll(settings.parameters());
        return parameters;
    }

    /** PostgreSQL refuses to run as root, as which containers often run: in a user namespace it sees another user. */
    private static List<String> asOrdinaryUser() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
    }

    private void awaitAnswer(Process child) {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        while (System.nanoTime() < deadline) {
            if (!child.isAlive()) {
                throw new ServerException("PostgreSQL stopped at once: " + lastLogLine());
            }
            try (var connection =
                    Jdbc.tryConnect(HOST, settings.port(), SUPERUSER, SUPERUSER, settings.superuserPassword())) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    stop();
                    throw new ServerException(
                            "PostgreSQL's directory %s was created with another superuser's password".formatted(home),
                            e);
                }
            }
            if (!pauseBeforeNextTry(child)) {
                break;
            }
        }
        kill();
        throw new ServerException("PostgreSQL did not answer within " + STARTUP + ": " + lastLogLine());
    }

    private static boolean pauseBeforeNextTry(Process child) {
        try {
            child.waitFor(50, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastLogLine() {
        return Logs.lastLine(log);
    }
}
