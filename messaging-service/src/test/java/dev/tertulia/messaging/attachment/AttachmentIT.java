package dev.tertulia.messaging.attachment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tertulia.messaging.FakeGraph;
import dev.tertulia.messaging.FakeGraphAddress;
import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(FakeGraphAddress.class)
class AttachmentIT {
    private static final String CUSTOMER = "573001234567";
    private static final byte[] PNG = png(300_000);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static FakeGraph graph;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    private final String mediaId = Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()));

    @BeforeAll
    static void standInForMeta() throws IOException {
        graph = new FakeGraph();
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    @BeforeEach
    void connect() {
        channel = TestChannel.connected(cipher);
    }

    @Test
    void aCustomersImageIsFetchedAndShownToThoseWhoMaySeeIt() {
        AtomicInteger asked = new AtomicInteger();
        graph.other("/v23.0/" + mediaId, exchange -> {
            // The first time Meta is busy.
            if (asked.incrementAndGet() == 1) {
                answer(exchange, 500, "{\"error\":{\"code\":2,\"message\":\"busy\"}}".getBytes(StandardCharsets.UTF_8));
            } else {
                answer(exchange, 200, place("image/jpeg"));
            }
        });
        List<String> tokens = new CopyOnWriteArrayList<>();
        graph.other("/files/" + mediaId, exchange -> {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, 200, PNG);
        });
        customerSends(hash(PNG));
        awaitAttachment("stored");

        assertThat(tokens).containsExactly("Bearer " + TestChannel.ACCESS_TOKEN);
        assertThat(channel.select(
                        "select content_type || ' ' || size_bytes from messaging.attachment where tenant_id = ?"))
                .as("what it is, its bytes say")
                .containsExactly("image/png " + PNG.length);
        await().untilAsserted(() -> assertThat(channel.select("select topic from (select tenant_id, topic from"
                        + " messaging.outbox union all select tenant_id, topic from messaging.event_log) e"
                        + " where tenant_id = ?"))
                .contains("message.attachment-changed"));

        String url = "/api/v1/attachments/" + attachment() + "/content";
        String token = TestPassports.as(channel.tenant, "agent");
        Response whole = given().auth().oauth2(token).get(url);
        whole.then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/png"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                .header("Content-Length", equalTo(Integer.toString(PNG.length)));
        assertThat(whole.asByteArray()).isEqualTo(PNG);
        Response part =
                given().auth().oauth2(token).header("Range", "bytes=10-19").get(url);
        part.then().statusCode(206).header("Content-Range", equalTo("bytes 10-19/" + PNG.length));
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(PNG, 10, 20));
        given().auth()
                .oauth2(token)
                .header("Range", "bytes=9999999-")
                .get(url)
                .then()
                .statusCode(416);

        given().auth()
                .oauth2(TestPassports.as(UUID.randomUUID(), "owner"))
                .get(url)
                .then()
                .statusCode(404);
        channel.execute("update messaging.conversation set assignee_id = uuidv7() where tenant_id = ?");
        given().auth().oauth2(token).get(url).then().statusCode(404);
    }

    @Test
    void aFileThatMetaHasNoMoreIsUnavailable() {
        graph.other(
                "/v23.0/" + mediaId,
                exchange -> answer(
                        exchange,
                        400,
                        "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"gone\"}}"
                                .getBytes(StandardCharsets.UTF_8)));
        customerSends(hash(PNG));
        awaitAttachment("unavailable");
        given().auth()
                .oauth2(TestPassports.as(channel.tenant, "owner"))
                .get("/api/v1/attachments/" + attachment() + "/content")
                .then()
                .statusCode(409);
    }

    @Test
    void aFileThatDidNotComeWholeIsFetchedAgain() {
        AtomicInteger asked = new AtomicInteger();
        graph.other("/v23.0/" + mediaId, exchange -> answer(exchange, 200, place("image/png")));
        graph.other(
                "/files/" + mediaId,
                exchange -> answer(exchange, 200, asked.incrementAndGet() == 1 ? Arrays.copyOf(PNG, 1000) : PNG));
        customerSends(hash(PNG));
        awaitAttachment("stored");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aFileThatIsTooLargeIsGivenUpWhateverMetaSaysOfItsSize() {
        byte[] large = png(3 * 1024 * 1024);
        graph.other("/v23.0/" + mediaId, exchange -> answer(exchange, 200, place("image/png")));
        graph.other("/files/" + mediaId, exchange -> answer(exchange, 200, large));
        customerSends(hash(large));
        awaitAttachment("unavailable");
    }

    @Test
    void thePlaceOfAFileThatIsNotMetasNeverSeesTheToken() {
        graph.other(
                "/v23.0/" + mediaId,
                exchange -> answer(
                        exchange,
                        200,
                        new JsonObject()
                                .put("url", "http://localhost:9/files/" + mediaId)
                                .put("mime_type", "image/png")
                                .encode()
                                .getBytes(StandardCharsets.UTF_8)));
        customerSends(hash(PNG));
        await().untilAsserted(
                        () -> assertThat(channel.select("select problem from messaging.attachment where tenant_id = ?"))
                                .containsExactly("Meta named no place that its file may be fetched from"));
    }

    @Test
    void anUploadedFileIsHandedOverOnceAndSent() {
        List<String> uploads = new CopyOnWriteArrayList<>();
        graph.other("/v23.0/" + channel.phoneNumberId + "/media", exchange -> {
            byte[] form = exchange.getRequestBody().readAllBytes();
            uploads.add(new String(form, StandardCharsets.ISO_8859_1));
            answer(exchange, 200, ("{\"id\":\"" + mediaId + "\"}").getBytes(StandardCharsets.UTF_8));
        });
        customerSends(hash(PNG));
        String token = TestPassports.as(channel.tenant, "supervisor");
        String file = given().auth()
                .oauth2(token)
                .contentType("application/pdf")
                .body(PNG)
                .queryParam("fileName", "../foto \"del\" salón.png")
                .post("/api/v1/attachments")
                .then()
                .statusCode(201)
                .body("kind", equalTo("image"))
                .body("contentType", equalTo("image/png"))
                .body("fileName", equalTo("foto \"del\" salón.png"))
                .extract()
                .path("id");
        given().auth()
                .oauth2(TestPassports.as(channel.tenant, "owner"))
                .get("/api/v1/attachments/" + file + "/content")
                .then()
                .statusCode(404);
        String conversation = channel.select("select id::text from messaging.conversation where tenant_id = ?")
                .getFirst();
        String message = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"kind\":\"image\",\"text\":\"El salón\",\"attachmentIds\":[\"" + file + "\"]}")
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(202)
                .body("attachments[0].id", equalTo(file))
                .extract()
                .path("id");
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(channel.select(
                                "select status from messaging.message where tenant_id = ? and id = '" + message + "'"))
                        .containsExactly("sent"));
        assertThat(uploads).singleElement().asString().contains(new String(PNG, StandardCharsets.ISO_8859_1));
        assertThat(graph.calls(channel))
                .singleElement()
                .satisfies(call -> assertThat(call.body().getJsonObject("image"))
                        .isEqualTo(new JsonObject().put("id", mediaId).put("caption", "El salón")));
        await().until(() -> graph.marksAsRead(channel).size() == 1);
        Response shown = given().auth().oauth2(token).get("/api/v1/attachments/" + file + "/content");
        assertThat(shown.asByteArray()).isEqualTo(PNG);
        assertThat(shown.header("Content-Disposition"))
                .isEqualTo(
                        "inline; filename=\"foto _del_ sal_n.png\"; filename*=UTF-8''foto%20%22del%22%20sal%C3%B3n.png");
    }

    @Test
    void whatWhatsAppWouldNotTakeIsRefusedAtTheUpload() {
        String token = TestPassports.as(channel.tenant, "agent");
        given().auth()
                .oauth2(token)
                .contentType("image/png")
                .body(PNG)
                .post("/api/v1/attachments?kind=sticker")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("contentType"));
        given().auth()
                .oauth2(token)
                .contentType("image/png")
                .body(png(3 * 1024 * 1024))
                .post("/api/v1/attachments")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/attachment-too-large"));
        given().auth()
                .oauth2(token)
                .contentType("image/png")
                .body(new byte[0])
                .post("/api/v1/attachments")
                .then()
                .statusCode(422);
    }

    private void customerSends(String sha256) {
        channel.post(channel.message(new JsonObject()
                        .put("from", CUSTOMER)
                        .put("id", "wamid." + UUID.randomUUID())
                        .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                        .put("type", "image")
                        .put(
                                "image",
                                new JsonObject()
                                        .put("id", mediaId)
                                        .put("mime_type", "image/jpeg")
                                        .put("sha256", sha256))))
                .then()
                .statusCode(200);
    }

    private byte[] place(String contentType) {
        return new JsonObject()
                .put("url", graph.address() + "/files/" + mediaId)
                .put("mime_type", contentType)
                .put("file_size", 1000)
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String attachment() {
        return channel.select("select id::text from messaging.attachment where tenant_id = ?")
                .getFirst();
    }

    private void awaitAttachment(String status) {
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertThat(channel.select("select status from messaging.attachment where tenant_id = ?"))
                                .containsExactly(status));
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, int status, byte[] body)
            throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Something that begins as a PNG does. */
    private static byte[] png(int size) {
        byte[] bytes = new byte[size];
        for (int n = 0; n < size; n++) {
            bytes[n] = (byte) (n * 31 + n / 251);
        }
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static String hash(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
