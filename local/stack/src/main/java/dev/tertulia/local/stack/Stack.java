package dev.tertulia.local.stack;

import dev.tertulia.platform.servers.DatabaseServer;
import dev.tertulia.platform.servers.KafkaServer;
import dev.tertulia.platform.servers.PostgresServer;
import dev.tertulia.platform.servers.Provisioning;
import dev.tertulia.platform.servers.Server;
import dev.tertulia.platform.servers.ServerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * All parts, started in the order in which they need each other and stopped in the reverse one. Tests use it as well:
 * each part can be killed or paused, and comes back by itself if the stack is supervised.
 */
public final class Stack implements AutoCloseable {

    public static final String POSTGRES = "postgresql";
    public static final String KAFKA = "kafka";
    public static final String KEYCLOAK = "keycloak";

    private static final Duration HEALTH = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final StackSettings settings;
    private final Progress progress;
    private final Map<String, Server> parts = new LinkedHashMap<>();
    private final Supervisor supervisor;
    private @Nullable FileLock lock;

    public Stack(StackSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.supervisor = new Supervisor(parts, progress);
    }

    /**
     * Starts everything and fills in the demo data. Fails with {@link StackException} or {@link ServerException}, whose
     * messages are for people.
     *
     * @param supervised whether parts that end are started again
     */
    public void start(boolean supervised) {
        createData();
        lockData();
        var secrets = StackSecrets.in(settings.data());
        var services = new Services(settings, secrets);
        // Before ports are looked at: leftovers of a launcher that was killed still hold them.
        prepareParts(secrets, services);
        Preflight.check(settings);
        startServers(secrets, services);
        startPrograms(secrets);
        if (supervised) {
            supervisor.start();
        }
        new DemoData(settings, secrets, progress).ensure();
    }

    /** A part by its name, such as {@code messaging-service} or {@link #POSTGRES}. */
    public Server part(String name) {
        Server part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("No part of this stack: " + name);
        }
        return part;
    }

    public StackPorts ports() {
        return settings.ports();
    }

    /** A new access token of a demo user's, such as {@code agent1@acme.test}. */
    public String token(String email) {
        return new Realm(settings.ports()).token(new DemoUser(email, "", ""));
    }

    /** Stops all parts in order. Parts that are still starting are stopped as well. */
    @Override
    public void close() {
        supervisor.stop();
        var order = new ArrayList<>(parts.entrySet());
        for (var part : order.reversed()) {
            stop(part.getKey(), part.getValue());
        }
        unlockData();
    }

    private void stop(String name, Server part) {
        boolean running = part.isRunning();
        try {
            part.close();
            if (running) {
                progress.say(name + " stopped");
            }
        } catch (ServerException e) {
            progress.say("%s did not stop: %s".formatted(name, e.getMessage()));
        }
    }

    private void createData() {
        try {
            if (!Files.isDirectory(settings.data())) {
                Files.createDirectories(
                        settings.data(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(settings.logs());
        } catch (IOException e) {
            throw new StackException("Cannot write to " + settings.data(), e);
        }
    }

    private void lockData() {
        Path file = settings.data().resolve("lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StackException("The stack is running already: stop it with Ctrl-C where it was started");
            }
            // For ./dev reset, which leaves a running one alone.
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new StackException("Cannot lock " + file, e);
        }
    }

    private void unlockData() {
        FileLock held = lock;
        lock = null;
        if (held != null) {
            try {
                held.channel().close();
            } catch (IOException e) {
                progress.say("The lock of %s could not be given back".formatted(settings.data()));
            }
        }
    }

    private void prepareParts(StackSecrets secrets, Services services) {
        var postgres = PostgresServer.in(
                settings.data().resolve("postgres"),
                settings.logs().resolve(POSTGRES + ".log"),
                new PostgresServer.Settings(
                        settings.ports().database(), true, secrets.get("database.superuser"), Map.of()));
        var kafka = KafkaServer.in(
                settings.data().resolve("kafka"),
                settings.logs().resolve(KAFKA + ".log"),
                settings.ports().kafka());
        parts.put(POSTGRES, postgres);
        parts.put(KAFKA, kafka);
        if (isWanted(KEYCLOAK)) {
            parts.put(KEYCLOAK, new Keycloak(settings, secrets).server());
        }
        parts.putAll(services.all());
        postgres.stopLeftover();
        kafka.stopLeftover();
        parts.values().stream()
                .filter(JavaServer.class::isInstance)
                .map(JavaServer.class::cast)
                .forEach(JavaServer::endLeftover);
    }

    private void startServers(StackSecrets secrets, Services services) {
        inParallel(List.of(POSTGRES, KAFKA));
        var database = (DatabaseServer) part(POSTGRES);
        var provisioning = Provisioning.database(database, Services.DATABASE);
        Services.BY_SCHEMA.keySet().stream().sorted().map(services::roles).forEach(provisioning::service);
        if (isWanted(KEYCLOAK)) {
            Keycloak.provision(database, secrets);
        }
        progress.say("databases, schemas and roles are there");
    }

    private void startPrograms(StackSecrets secrets) {
        var names = new ArrayList<>(parts.keySet());
        names.removeAll(List.of(POSTGRES, KAFKA));
        inParallel(names);
        if (isWanted(KEYCLOAK)) {
            new Realm(settings.ports()).ensure(Realm.Secrets.of(secrets), DemoTenant.users());
            progress.say("realm and users are there");
        }
        if (settings.without().isEmpty()) {
            awaitHealth();
        }
    }

    /** The gateway's word for all; it looks at each service by itself, and not all the time. */
    private void awaitHealth() {
        var gateway = new Http("http://127.0.0.1:" + settings.ports().gateway(), null);
        long deadline = System.nanoTime() + HEALTH.toNanos();
        int status = 0;
        while (System.nanoTime() < deadline) {
            status = gateway.call("GET", "/health", null, 503).status();
            if (status == 200) {
                return;
            }
            pause();
        }
        throw new StackException("The gateway's /health says %d, although every part is ready".formatted(status));
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for the gateway", e);
        }
    }

    private boolean isWanted(String name) {
        return !settings.without().contains(name);
    }

    private void inParallel(List<String> names) {
        var failed = new CompletableFuture<Void>();
        var starts = names.stream()
                .map(name -> CompletableFuture.runAsync(() -> start(name), Stack::onThreadOfItsOwn))
                .toList();
        starts.forEach(start -> start.exceptionally(e -> {
            failed.completeExceptionally(e);
            return null;
        }));
        try {
            // The first failure is told at once, whatever the others still wait for.
            CompletableFuture.anyOf(CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)), failed)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new StackException("Not started", e);
        }
    }

    private static void onThreadOfItsOwn(Runnable start) {
        Thread.ofVirtual().start(start);
    }

    private void start(String name) {
        long from = System.nanoTime();
        Server part = part(name);
        var waiting = Thread.ofVirtual().start(() -> sayThatItTakesLong(name, from));
        try {
            part.start();
        } finally {
            waiting.interrupt();
        }
        progress.say("%s is ready on port %d".formatted(name, part.port()));
    }

    private void sayThatItTakesLong(String name, long from) {
        try {
            while (true) {
                Thread.sleep(HEARTBEAT);
                progress.say("%s is starting, for %d s now"
                        .formatted(
                                name, Duration.ofNanos(System.nanoTime() - from).toSeconds()));
            }
        } catch (InterruptedException e) {
            // It is ready.
        }
    }
}
