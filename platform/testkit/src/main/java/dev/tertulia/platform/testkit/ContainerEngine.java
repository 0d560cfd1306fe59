package dev.tertulia.platform.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a Docker engine answers, found out within two seconds: without one, Testcontainers itself looks for long. */
final class ContainerEngine {

    private static final int PATIENCE_SECONDS = 2;

    private ContainerEngine() {}

    /** {@code TERTULIA_TEST_SERVERS} says "docker" or "embedded"; unset, the engine is used where one answers. */
    static boolean isChosen() {
        String choice = System.getenv().getOrDefault("TERTULIA_TEST_SERVERS", "");
        return switch (choice) {
            case "docker" -> true;
            case "embedded" -> false;
            case "" -> candidates().anyMatch(ContainerEngine::answers);
            default ->
                throw new IllegalArgumentException("TERTULIA_TEST_SERVERS is neither docker nor embedded: " + choice);
        };
    }

    private static Stream<SocketAddress> candidates() {
        String configured = System.getenv("DOCKER_HOST");
        if (configured != null && !configured.isBlank()) {
            return Stream.of(address(URI.create(configured)));
        }
        String home = System.getProperty("user.home");
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return Stream.of(
                        Path.of("/var/run/docker.sock"),
                        runtime == null ? null : Path.of(runtime, "docker.sock"),
                        Path.of(home, ".docker/run/docker.sock"),
                        Path.of(home, ".docker/desktop/docker.sock"))
                .filter(Objects::nonNull)
                .filter(Files::exists)
                .map(UnixDomainSocketAddress::of);
    }

    private static SocketAddress address(URI host) {
        return "unix".equals(host.getScheme())
                ? UnixDomainSocketAddress.of(host.getPath())
                : new InetSocketAddress(host.getHost(), host.getPort());
    }

    static boolean answers(@Nullable SocketAddress address) {
        if (address == null) {
            return false;
        }
        var answer = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> answer.complete(ping(address)));
        return answer.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private static boolean ping(SocketAddress address) {
        var family =
                address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (var channel = SocketChannel.open(family)) {
            channel.connect(address);
            String request = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            byte[] status = Channels.newInputStream(channel).readNBytes("HTTP/1.1 200".length());
            return List.of("HTTP/1.0 200", "HTTP/1.1 200").contains(new String(status, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return false;
        }
    }
}
