package dev.tertulia.platform.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What is done to processes by their id, also to those that an earlier run left behind. */
public final class Processes {

    private static final boolean SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private Processes() {}

    /**
     * The command in a session of its own: Ctrl-C in a terminal reaches every process of the foreground, and servers
     * are to be stopped in order by who started them.
     */
    public static List<String> detached(List<String> command) {
        if (!SETSID) {
            return command;
        }
        var detached = new ArrayList<String>();
        detached.add("/usr/bin/setsid");
        detached.addAll(command);
        return detached;
    }

    /** Sends a signal by its name, such as STOP, to the process. A process that is gone is not an error. */
    public static void signal(String name, ProcessHandle process) {
        signal(name, List.of(process));
    }

    /** Sends SIGTERM, and SIGKILL after the patience; returns when the process is gone. */
    public static void terminate(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!awaitExit(process, patience)) {
            killTree(process);
        }
    }

    /** Ends the process and all that it started, as {@code kill -9} does, and waits until they are gone. */
    public static void killTree(ProcessHandle process) {
        List<ProcessHandle> tree = tree(process);
        tree.forEach(ProcessHandle::destroyForcibly);
        tree.forEach(gone -> awaitExit(gone, Duration.ofSeconds(10)));
    }

    /** Freezes the process and all that it started. */
    public static void pauseTree(ProcessHandle process) {
        // The parent first, so that it starts nothing while its children are being frozen.
        signal("STOP", process);
        signal("STOP", tree(process));
    }

    public static void resumeTree(ProcessHandle process) {
        signal("CONT", tree(process));
    }

    /** Whether it ended within the patience. */
    public static boolean awaitExit(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while waiting for a process to end", e);
        }
    }

    /** The live process of that id, if its command line or executable says that it is the one looked for. */
    public static Optional<ProcessHandle> alive(long pid, String marker) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> describe(process).contains(marker));
    }

    /** The process whose id stands in the first line of the file. */
    public static Optional<ProcessHandle> fromPidFile(Path file, String marker) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(pid -> alive(pid, marker));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String describe(ProcessHandle process) {
        var info = process.info();
        return info.commandLine().orElse("") + " " + info.command().orElse("");
    }

    private static List<ProcessHandle> tree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new ServerException("Cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while running " + command.getFirst(), e);
        }
    }
}
