package dev.tertulia.messaging.holdings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.holdings.HoldingsTopics;
import dev.tertulia.platform.testkit.EventSender;
import dev.tertulia.platform.testkit.HeldRows;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this service holds of a tenant, files too: given out whole, erased whole. */
@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
class HoldingsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] FILE = new byte[1_300_000];

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    @BeforeEach
    void connect() {
        new Random(7).nextBytes(FILE);
        channel = TestChannel.connected(cipher);
    }

    @Test
    void anExportHoldsMessagesAndFilesAndNoSecrets() throws IOException {
        receive();
        String file = upload();

        List<JsonObject> lines = export();

        assertThat(lines).anySatisfy(line -> assertThat(line.encode()).contains("Hola, ¿tienen pan?"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (JsonObject line : lines) {
            JsonObject part = line.getJsonObject("file");
            if (part != null) {
                assertThat(part.getString("id")).isEqualTo(file);
                assertThat(part.getInteger("from")).isEqualTo(bytes.size());
                bytes.write(Base64.getDecoder().decode(part.getString("base64")));
            }
        }
        assertThat(bytes.toByteArray()).isEqualTo(FILE);
        JsonObject end = lines.getLast().getJsonObject("end");
        assertThat(end.getBoolean("complete")).isTrue();
        assertThat(end.getInteger("files")).isEqualTo(1);
        String all = lines.toString();
        assertThat(channel.select(
                        "select value from messaging.channel c, jsonb_each_text(c.secrets) where c.tenant_id = ?"))
                .hasSize(3)
                .allSatisfy(secret -> assertThat(all).doesNotContain(secret));
        assertThat(all)
                .doesNotContain(TestChannel.APP_SECRET)
                .doesNotContain(TestChannel.ACCESS_TOKEN)
                .doesNotContain(TestChannel.VERIFY_TOKEN)
                .contains("\"secrets\":\"[redacted]\"");
    }

    @Test
    void anErasedTenantLeavesNeitherRowsNorFilesNorAChannelToWriteTo() throws IOException {
        receive();
        upload();
        TestChannel other = TestChannel.connected(cipher);
        assertThat(other.post(other.text("573001234567", "wamid." + UUID.randomUUID(), 1_760_000_000L, "Hola"))
                        .statusCode())
                .isEqualTo(200);
        long others = other.select("select id from messaging.message where tenant_id = ?")
                .size();

        try (EventSender tenants = new EventSender()) {
            tenants.send(
                    channel.tenant,
                    HoldingsTopics.TENANT_ERASED,
                    channel.tenant,
                    new JsonObject().put("tenantId", channel.tenant.toString()).encode());
            await().atMost(PATIENCE).until(() -> !reports().isEmpty());
        }

        JsonObject report = new JsonObject(reports().getFirst());
        assertThat(report.getJsonObject("erased").getLong("message")).isEqualTo(1);
        assertThat(report.getJsonObject("left").getLong("files")).isZero();
        assertThat(HeldRows.of("messaging", channel.tenant)).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(other.select("select id from messaging.message where tenant_id = ?"))
                .hasSize((int) others);
        // The directory remembers channels for some seconds.
        await().atMost(PATIENCE)
                .until(() -> channel.post(channel.text("573001234567", "wamid.late", 1_760_000_001L, "Late"))
                                .statusCode()
                        == 404);
        await().atMost(PATIENCE)
                .until(() -> HeldRows.of("messaging", channel.tenant).isEmpty());
    }

    private void receive() {
        assertThat(channel.post(channel.text(
                                "573001234567", "wamid." + UUID.randomUUID(), 1_760_000_000L, "Hola, ¿tienen pan?"))
                        .statusCode())
                .isEqualTo(200);
    }

    private String upload() {
        return given().auth()
                .oauth2(TestPassports.as(channel.tenant, "agent"))
                .contentType("application/octet-stream")
                .body(FILE)
                .post("/api/v1/attachments?fileName=catalogue.bin")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<JsonObject> export() {
        return given().auth()
                .oauth2(TestPassports.as(channel.tenant, "owner"))
                .get("/api/v1/tenant-exports/messaging")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(JsonObject::new)
                .toList();
    }

    private List<String> reports() {
        return channel.select("select payload from messaging.event_log where topic = '" + HoldingsTopics.HOLDINGS_ERASED
                + "' and key = ?::text order by position");
    }

    private List<Path> files() throws IOException {
        Path folder = Path.of("target/storage", channel.tenant.toString());
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
