package dev.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies of all sizes: they stream, they are held up by who is slow, and they have limits. */
@QuarkusTest
class BodiesIT extends GatewayTest {
    private static final int MIB = 1024 * 1024;
    private static final int LARGE = 256 * MIB;

    /** What may be on its way between the two ends: buffers of four sockets and the gateway's own. */
    private static final int MAX_UNDER_WAY = 32 * MIB;

    @Test
    void anUploadIsHeldUpByTheServiceAndThenArrivesWhole() throws Exception {
        AtomicReference<@Nullable HttpServerRequest> held = new AtomicReference<>();
        CRC32 received = new CRC32();
        services.messaging.behave(request -> {
            request.pause();
            request.handler(chunk -> received.update(chunk.getBytes()));
            request.endHandler(ended -> request.response().end(Long.toHexString(received.getValue())));
            held.set(request);
        });
        AtomicLong written = new AtomicLong();
        CRC32 sent = new CRC32();
        try (RawConnection connection = new RawConnection(gateway);
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            connection.say("POST /api/v1/attachments HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: "
                    + LARGE + "\nAuthorization: " + services.authority.someone().bearer() + "\n\n");
            Future<?> writing = writer.submit(() -> write(connection.out(), sent, written));
            HttpServerRequest request = await().until(held::get, java.util.Objects::nonNull);
            long standstill = standstillOf(written);

            assertThat(standstill).isLessThan(MAX_UNDER_WAY);
            assertThat(writing.isDone()).isFalse();
            request.resume();
            writing.get();
            assertThat(connection.hearAll())
                    .startsWith("HTTP/1.1 200")
                    .endsWith("\r\n\r\n" + Long.toHexString(sent.getValue()));
        }
    }

    @Test
    void aDownloadIsHeldUpByTheCallerAndThenArrivesWhole() throws Exception {
        AtomicLong served = new AtomicLong();
        CRC32 sent = new CRC32();
        services.messaging.behave(request -> serve(request, sent, served));
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("GET /api/v1/attachments/7 HTTP/1.1\nHost: localhost\nConnection: close\nAuthorization: "
                    + services.authority.someone().bearer() + "\n\n");
            assertThat(connection.hearUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");

            assertThat(standstillOf(served)).isLessThan(MAX_UNDER_WAY);

            CRC32 received = new CRC32();
            assertThat(drain(connection.in(), received)).isEqualTo(LARGE);
            assertThat(received.getValue()).isEqualTo(sent.getValue());
        }
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsA413EvenToCallersThatSendItAllFirst() {
        Answer answer = send(to("/webhooks/whatsapp/7").POST(BodyPublishers.ofByteArray(new byte[20 * MIB])));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsA413() {
        byte[] tooLarge = new byte[3 * MIB];
        Answer answer = send(to("/api/v1/contacts", services.authority.someone())
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(tooLarge))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void aBodyAsLargeAsAllowedArrives() {
        Answer answer = send(to("/api/v1/contacts", services.authority.someone())
                .POST(BodyPublishers.ofByteArray(new byte[2 * MIB])));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("body")).hasSize(2 * MIB);
    }

    @Test
    void whoAsksFirstIsToldToGoOn() throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("POST /api/v1/contacts HTTP/1.1\nHost: localhost\nContent-Length: 2\nExpect: 100-continue"
                    + "\nConnection: close\nAuthorization: "
                    + services.authority.someone().bearer() + "\n\n");
            assertThat(connection.hearUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");

            connection.say("{}");

            assertThat(connection.hearAll()).startsWith("HTTP/1.1 200").contains("\"body\":\"{}\"");
        }
    }

    @Test
    void whoAsksFirstIsToldNotTo() throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("POST /webhooks/whatsapp/7 HTTP/1.1\nHost: localhost\nContent-Length: 99999999"
                    + "\nExpect: 100-continue\n\n");

            assertThat(connection.hearAll()).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
        }
    }

    @Test
    void aConnectionGoesOnAfterARefusedBody() throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("POST /api/v1/contacts HTTP/1.1\nHost: localhost\nContent-Length: 5\n\n12345");
            assertThat(connection.hearUntil("}")).startsWith("HTTP/1.1 401");

            connection.say("GET /webhooks/whatsapp/7 HTTP/1.1\nHost: localhost\nConnection: close\n\n");

            assertThat(connection.hearAll()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void anAnswerThatComesBeforeTheBodyHasBeenReadGoesBack() {
        services.messaging.behave(request -> request.response()
                .setStatusCode(415)
                .putHeader("X-Said", "early")
                .end("no"));

        Answer answer = send(to("/api/v1/attachments", services.authority.someone())
                .POST(BodyPublishers.ofByteArray(new byte[20 * MIB])));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("X-Said")).isEqualTo("early");
        assertThat(answer.response().body()).isEqualTo("no");
    }

    @Test
    void http2WorksAsWell() throws Exception {
        HttpClient http2 =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        Authority.Holder someone = services.authority.someone();
        http2.send(to("/api/v1/contacts", someone).build(), BodyHandlers.ofString());

        HttpResponse<String> answer = http2.send(
                to("/api/v1/attachments", someone)
                        .POST(BodyPublishers.ofByteArray(new byte[MIB]))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> refused = http2.send(
                to("/webhooks/whatsapp/7")
                        .POST(BodyPublishers.ofByteArray(new byte[20 * MIB]))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(new Answer(answer).json().getString("body")).hasSize(MIB);
        assertThat(new Answer(refused).problem()).isEqualTo("body-too-large");
    }

    private static void serve(HttpServerRequest request, CRC32 sent, AtomicLong served) {
        byte[] block = block();
        request.response().putHeader("Content-Length", Integer.toString(LARGE));
        request.response().drainHandler(drained -> serveMore(request, block, sent, served));
        serveMore(request, block, sent, served);
    }

    private static void serveMore(HttpServerRequest request, byte[] block, CRC32 sent, AtomicLong served) {
        while (served.get() < LARGE && !request.response().writeQueueFull()) {
            sent.update(block);
            served.addAndGet(block.length);
            request.response().write(Buffer.buffer(block));
        }
        if (served.get() == LARGE && !request.response().ended()) {
            request.response().end();
        }
    }

    private static @Nullable Void write(OutputStream out, CRC32 sent, AtomicLong written) throws IOException {
        byte[] block = block();
        for (int i = 0; i < LARGE / block.length; i++) {
            out.write(block);
            sent.update(block);
            written.addAndGet(block.length);
        }
        return null;
    }

    /** How far it had come when it stood still for a second. */
    private static long standstillOf(AtomicLong progress) {
        AtomicLong last = new AtomicLong(-1);
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(15))
                .until(() -> last.getAndSet(progress.get()) == progress.get() && progress.get() > 0);
        return last.get();
    }

    private static long drain(InputStream in, CRC32 received) throws IOException {
        byte[] buffer = new byte[MIB];
        long total = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            received.update(buffer, 0, n);
            total += n;
        }
        return total;
    }

    private static byte[] block() {
        return "0123456789abcdef".repeat(64 * 1024 / 16).getBytes(StandardCharsets.US_ASCII);
    }
}
