package dev.tertulia.local.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the stack is run.
 *
 * @param root the checkout, in which the services were built
 * @param data where databases, logs, secrets and pids are kept
 * @param without parts that are left out, by their names
 * @param javaOptions for each service's JVM
 */
public record StackSettings(Path root, Path data, StackPorts ports, Set<String> without, List<String> javaOptions) {

    /** Starts fast and stays small; what comes out of it is no benchmark. */
    private static final String JAVA_OPTIONS = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    public StackSettings {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        without = Set.copyOf(without);
        javaOptions = List.copyOf(javaOptions);
    }

    /** The checkout's own stack: data in {@code .local}, the rest by environment variables. */
    static StackSettings from(Path root, Map<String, String> environment) {
        return new StackSettings(
                root,
                root.resolve(".local"),
                StackPorts.from(environment),
                words(environment.getOrDefault("TERTULIA_WITHOUT", ""), ",").collect(Collectors.toSet()),
                words(environment.getOrDefault("TERTULIA_JAVA_OPTIONS", JAVA_OPTIONS), "\\s")
                        .toList());
    }

    /** A stack beside others, for tests: free ports, data in the folder. */
    public static StackSettings forTests(Path root, Path data) {
        return new StackSettings(
                root,
                data,
                StackPorts.free(),
                Set.of(),
                words(JAVA_OPTIONS, "\\s").toList());
    }

    public StackSettings leavingOut(String... parts) {
        return new StackSettings(root, data, ports, Set.of(parts), javaOptions);
    }

    Path logs() {
        return data.resolve("logs");
    }

    private static java.util.stream.Stream<String> words(String text, String separator) {
        return Arrays.stream(text.split(separator + "+")).map(String::strip).filter(word -> !word.isEmpty());
    }
}
