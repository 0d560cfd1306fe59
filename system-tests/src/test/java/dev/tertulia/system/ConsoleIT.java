package dev.tertulia.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tertulia.local.stack.StackPorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What people do in the console, in a real browser over the whole stack: the tests in {@code console/e2e}. */
class ConsoleIT {
    /** What {@code ./dev e2e} ends with where Node or a browser is missing. */
    private static final int NOT_POSSIBLE_HERE = 77;

    private static final Duration AT_MOST = Duration.ofMinutes(30);

    @Test
    void peopleWorkInTheConsole() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("tertulia.root"));
        assumeTrue(Files.exists(root.resolve("console/package.json")), "There is no console in this checkout");
        StackPorts ports = RunningStack.get().stack.ports();
        ProcessBuilder tests = new ProcessBuilder(root.resolve("dev").toString(), "e2e")
                .directory(root.toFile())
                .redirectErrorStream(true);
        tests.environment().put("TERTULIA_URL", local(ports.gateway()));
        tests.environment().put("TERTULIA_KEYCLOAK_URL", local(ports.keycloak()));
        tests.environment().put("TERTULIA_SIMULATOR_URL", local(ports.simulator()));
        tests.environment().put("TERTULIA_MAIL_URL", local(ports.mailPage()));

        int ended = run(tests);

        assumeTrue(ended != NOT_POSSIBLE_HERE, "Node or a browser is missing; what to do is said above");
        assertThat(ended).as("what ./dev e2e ends with").isZero();
    }

    private static String local(int port) {
        return "http://localhost:" + port;
    }

    private static int run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        Thread printing = Thread.ofVirtual().start(() -> print(process));
        if (!process.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw new AssertionError("The tests did not end within " + AT_MOST);
        }
        printing.join();
        return process.exitValue();
    }

    private static void print(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(System.out::println);
        } catch (IOException ended) {
            System.out.println("The output of the tests ended early");
        }
    }
}
