package dev.tertulia.messaging.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tertulia.messaging.attachment.ObjectStorage.LocalBytes;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire to a storage that speaks S3's protocol. */
class S3StorageIT {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-([0-9]+)");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    @Test
    void whatIsPutIsReadAgainInParts(@TempDir Path folder) throws IOException {
        HttpServer server = bucket();
        Path file = folder.resolve("upload");
        byte[] bytes = "0123456789 ¿qué tal?".getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes);
        StorageConfig config = new SmallRyeConfigBuilder()
                .withMapping(StorageConfig.class)
                .withConverter(Path.class, 100, new PathConverter())
                .withDefaultValue(
                        "messaging.storage.s3.endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .withDefaultValue("messaging.storage.s3.path-style", "true")
                .withDefaultValue("messaging.storage.s3.access-key", "key")
                .withDefaultValue("messaging.storage.s3.secret-key", "secret")
                .build()
                .getConfigMapping(StorageConfig.class);
        try (S3Storage storage = new S3Storage(config.s3(), folder)) {
            storage.put("tenant/file", file).await().indefinitely();
            assertThat(objects).containsOnlyKeys("/tertulia/tenant/file");
            assertThat(objects.get("/tertulia/tenant/file"))
                    .as("the bare bytes")
                    .isEqualTo(bytes);

            LocalBytes part = storage.read("tenant/file", 3, 5).await().indefinitely();
            assertThat(part.temporary()).isTrue();
            assertThat(Files.readAllBytes(part.file())).isEqualTo(Arrays.copyOfRange(bytes, 3, 8));
            assertThat(authorizations).allSatisfy(header -> assertThat(header).startsWith("AWS4-HMAC-SHA256"));
        } finally {
            server.stop(0);
        }
    }

    /** Without TLS the SDK signs the body piece by piece: {@code size;chunk-signature=…}, the piece, and so on. */
    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; ) {
            int lineEnd = at;
            while (body[lineEnd] != '\r') {
                lineEnd++;
            }
            String head = new String(body, at, lineEnd - at, StandardCharsets.US_ASCII);
            int size = Integer.parseInt(head.split(";", 2)[0], 16);
            if (size == 0) {
                break;
            }
            bytes.write(body, lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
        }
        return bytes.toByteArray();
    }

    private HttpServer bucket() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            String key = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("PUT")) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                String hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
                objects.put(key, hash != null && hash.startsWith("STREAMING") ? unchunked(body) : body);
                exchange.getResponseHeaders().add("ETag", "\"1\"");
                exchange.sendResponseHeaders(200, -1);
            } else {
                Matcher range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
                assertThat(range.matches()).isTrue();
                byte[] part = Arrays.copyOfRange(
                        objects.get(key), Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)) + 1);
                exchange.sendResponseHeaders(206, part.length);
                exchange.getResponseBody().write(part);
            }
            exchange.close();
        });
        server.start();
        return server;
    }
}
