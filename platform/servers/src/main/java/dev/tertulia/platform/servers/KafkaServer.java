package dev.tertulia.platform.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker with its KRaft controller in a child JVM, listening on the loopback only. It ends by itself when the
 * JVM that started it does. A broker that an earlier run left behind in the same directory is stopped first.
 */
public final class KafkaServer implements BrokerServer {

    private static final String HOST = "127.0.0.1";
    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);

    private final int port;
    private final Path home;
    private final Path log;
    private final boolean temporary;
    private @Nullable ProcessHandle process;

    private KafkaServer(int port, Path home, Path log, boolean temporary) {
        this.port = port;
        this.home = home;
        this.log = log;
        this.temporary = temporary;
    }

    /** Not started yet; its data is removed on {@link #close()}, or by a later run if this JVM is killed. */
    public static KafkaServer temporary() {
        Path home = Cache.temporary("kafka");
        return new KafkaServer(Ports.free(), home, home.resolve("kafka.log"), true);
    }

    /** Not started yet; keeps its data in the directory, which is created, and begins a new log at each start. */
    public static KafkaServer in(Path directory, Path log, int port) {
        return new KafkaServer(port, directory.toAbsolutePath(), log, false);
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        try {
            Files.createDirectories(home);
            Logs.rotate(log);
            stopLeftover();
            Ports.requireFree(port, "Kafka");
            var builder = new ProcessBuilder(Processes.detached(command()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // Not an argument: systems cut long command lines, and a leftover is known by its main class there.
            builder.environment().put("CLASSPATH", classPath());
            var child = builder.start();
            process = child.toHandle();
            Files.writeString(pidFile(), Long.toString(child.pid()));
            awaitAnswer(child);
        } catch (IOException e) {
            throw new ServerException("Cannot start Kafka in " + home + ": " + e.getMessage(), e);
        }
    }

    /** Stops a broker that an earlier run left in the directory; starting it does so too. */
    public void stopLeftover() {
        Processes.fromPidFile(pidFile(), KafkaNode.class.getName())
                .ifPresent(leftover -> Processes.terminate(leftover, SHUTDOWN));
    }

    @Override
    public synchronized void stop() {
        var running = process;
        process = null;
        if (running != null) {
            Processes.resumeTree(running);
            Processes.terminate(running, SHUTDOWN);
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
        return port;
    }

    private ProcessHandle running() {
        if (process == null) {
            throw new IllegalStateException("Kafka is not running");
        }
        return process;
    }

    private Path pidFile() {
        return home.resolve("kafka.pid");
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                KafkaNode.class.getName(),
                home.toString(),
                Integer.toString(port),
                Integer.toString(Ports.free()),
                Long.toString(ProcessHandle.current().pid()));
    }

    /**
     * The broker's jars, as Maven resolved them when this module was built, in whichever local repository the database
     * driver of this JVM came from.
     */
    private static String classPath() throws IOException {
        try (InputStream in = KafkaServer.class.getResourceAsStream("kafka.classpath")) {
            if (in == null) {
                throw new ServerException("The class path of Kafka is missing: build platform/servers with Maven");
            }
            String jars = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            var path = new ArrayList<String>();
            path.add(LocalRepository.locationOf(KafkaNode.class).toString());
            path.add(jars.replace("@repository@", LocalRepository.directory().toString()));
            return String.join(java.io.File.pathSeparator, path);
        }
    }

    private void awaitAnswer(Process child) {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                if (child.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new ServerException("Kafka stopped at once: " + Logs.lastLine(log));
                }
                if (Probes.brokerAnswers(HOST, port)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        throw new ServerException("Kafka did not answer within " + STARTUP + ": " + Logs.lastLine(log));
    }
}
