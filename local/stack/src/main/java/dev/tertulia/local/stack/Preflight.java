package dev.tertulia.local.stack;

import dev.tertulia.platform.servers.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What would otherwise fail later and say less. */
final class Preflight {

    private static final long MEBIBYTE = 1L << 20;
    private static final long DISK_BYTES = 1024 * MEBIBYTE;
    private static final long MEMORY_BYTES = 2048 * MEBIBYTE;
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private Preflight() {}

    static void check(StackSettings settings) {
        requireJava();
        requireDisk(settings.data());
        requireMemory();
        requirePorts(settings.ports());
    }

    private static void requireJava() {
        if (Runtime.version().feature() < 25) {
            throw new StackException("JDK 25 is needed; this is " + Runtime.version());
        }
    }

    private static void requireDisk(Path data) {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < DISK_BYTES) {
                throw new StackException(
                        "The disk of %s is full: %d MB free, 1024 MB are needed".formatted(data, free / MEBIBYTE));
            }
        } catch (IOException e) {
            throw new StackException("Cannot tell how much room there is in " + data, e);
        }
    }

    private static void requireMemory() {
        long available = availableMemory().orElse(Long.MAX_VALUE);
        if (available < MEMORY_BYTES) {
            throw new StackException("Too little memory: %d MB available, 2048 MB are needed (fewer parts: set"
                            .formatted(available / MEBIBYTE)
                    + " TERTULIA_WITHOUT, such as TERTULIA_WITHOUT=contact-service)");
        }
    }

    /** Where the system says so. */
    private static OptionalLong availableMemory() {
        if (!Files.isReadable(MEMINFO)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(MEMINFO)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static void requirePorts(StackPorts ports) {
        var wanted = new LinkedHashMap<String, Integer>();
        wanted.put("GATEWAY_PORT", ports.gateway());
        wanted.put("TENANT_SERVICE_PORT", ports.tenant());
        wanted.put("CONTACT_SERVICE_PORT", ports.contact());
        wanted.put("MESSAGING_SERVICE_PORT", ports.messaging());
        wanted.put("KEYCLOAK_PORT", ports.keycloak());
        wanted.put("WHATSAPP_SIMULATOR_PORT", ports.simulator());
        wanted.put("DATABASE_PORT", ports.database());
        wanted.put("KAFKA_PORT", ports.kafka());
        for (Map.Entry<String, Integer> port : wanted.entrySet()) {
            if (!Ports.isFree(port.getValue())) {
                throw new StackException("Port %d is in use by another program: stop it, or choose another with %s=…"
                        .formatted(port.getValue(), port.getKey()));
            }
        }
    }
}
