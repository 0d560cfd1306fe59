package dev.tertulia.messaging.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.tertulia.contracts.tenant.TenantDetails;
import dev.tertulia.contracts.tenant.TenantPlanChanged;
import dev.tertulia.contracts.tenant.TenantReactivated;
import dev.tertulia.contracts.tenant.TenantSuspended;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.messaging.FakeGraph;
import dev.tertulia.messaging.FakeGraphAddress;
import dev.tertulia.messaging.TestChannel;
import dev.tertulia.messaging.TestEvents;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.AllowanceMigration;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan allows, held where messages, channels and files come into being. */
@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(FakeGraphAddress.class)
@SuppressWarnings("NullAway.Init") // set before each test
class AllowanceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CUSTOMER = "573001234567";
    private static final String USED = "select used from messaging.usage_counter where tenant_id = ? and metric = '%s'";

    private static FakeGraph graph;

    @Inject
    FieldCipher cipher;

    private TestChannel channel;
    private TestEvents events;
    private long sequence;

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
        events = new TestEvents();
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void atItsLimitATenantCannotSendOneMoreHoweverManyTryAndItsInboundStillArrives() {
        String conversation = customerWrites();
        allow(Map.of("agent-messages", 3L));
        assertThat(say(conversation, "first").statusCode()).isEqualTo(202);
        assertThat(say(conversation, "second").statusCode()).isEqualTo(202);

        List<Integer> answers = atOnce(50, conversation);

        assertThat(answers).filteredOn(status -> status == 202).hasSize(1);
        assertThat(answers).filteredOn(status -> status != 202).hasSize(49).containsOnly(403);
        assertThat(used("agent-messages")).containsExactly("3");
        say(conversation, "no more")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/limit-reached"))
                .body("limit.metric", equalTo("agent-messages"))
                .body("limit.size", equalTo(3))
                .body("limit.used", equalTo(3))
                .body("limit.resetsAt", notNullValue());
        assertThat(messages("outbound")).isEqualTo(3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(graph.calls(channel)).hasSize(3));

        customerWrites();
        assertThat(messages("inbound")).isEqualTo(2);
        as("owner")
                .body("{}")
                .post("/api/v1/conversations/" + conversation + "/resolve")
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsTakenBackCanBeSentAgain() {
        String conversation = customerWrites();
        allow(Map.of("agent-messages", 1L));
        stand("suspended");
        String waiting = say(conversation, "waits").path("id");
        assertThat(say(conversation, "beyond").statusCode()).isEqualTo(403);

        as("owner").delete("/api/v1/messages/" + waiting).then().statusCode(204);

        assertThat(used("agent-messages")).containsExactly("0");
        assertThat(say(conversation, "instead").statusCode()).isEqualTo(202);
    }

    @Test
    void aSuspendedTenantsQueueWaitsUntilItMaySendAgain() {
        String conversation = customerWrites();
        stand("suspended");
        // Accepted with a passport from before the suspension, which holds for minutes.
        String id = say(conversation, "Hola").path("id");
        say(conversation, "¿Sigue ahí?");
        assertThat(channel.select(
                        "select channel_id from messaging.channels_with_dispatch_due(now() + interval '1 minute',"
                                + " 1000) where tenant_id = ?"))
                .isEmpty();
        assertThat(status(id)).isEqualTo("queued");
        assertThat(graph.calls(channel)).isEmpty();

        stand("active");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status(id)).isEqualTo("sent"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(graph.calls(channel)).hasSize(2));
    }

    @Test
    void channelsAreLimitedAndAreGivenBackWhenTheyAreRemoved() {
        allow(Map.of("channels", 1L));
        String first = newChannel().then().statusCode(201).extract().path("id");
        newChannel()
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/limit-reached"))
                .body("limit.metric", equalTo("channels"));
        as("owner").delete("/api/v1/channels/" + first).then().statusCode(204);
        newChannel().then().statusCode(201);
    }

    @Test
    void uploadsAreLimited() {
        allow(Map.of("storage", 10L));
        upload("0123456789").then().statusCode(201);
        upload("0").then().statusCode(403).body("limit.metric", equalTo("storage"));
        assertThat(used("storage")).containsExactly("10");
    }

    @Test
    void anotherTenantsLimitIsItsOwn() {
        allow(Map.of("agent-messages", 0L));
        TestChannel other = TestChannel.connected(cipher);
        other.post(
                other.text(CUSTOMER, "wamid." + UUID.randomUUID(), Instant.now().getEpochSecond(), "Hola"));
        String conversation = other.select("select id from messaging.conversation where tenant_id = ?")
                .getFirst();
        given().auth()
                .oauth2(TestPassports.as(other.tenant, "owner"))
                .contentType("application/json")
                .body(Map.of("kind", "text", "text", "Hola"))
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(202);
    }

    @Test
    void theCountersAreThoseOfPlatformAllowance() {
        AllowanceMigration.assertUnchanged();
    }

    private String customerWrites() {
        channel.post(channel.text(
                        CUSTOMER, "wamid." + UUID.randomUUID(), Instant.now().getEpochSecond(), "Hola"))
                .then()
                .statusCode(200);
        return channel.select("select id from messaging.conversation where tenant_id = ?")
                .getFirst();
    }

    private Response say(String conversation, String text) {
        return as("owner")
                .body(Map.of("kind", "text", "text", text))
                .post("/api/v1/conversations/" + conversation + "/messages");
    }

    private List<Integer> atOnce(int times, String conversation) {
        String token = TestPassports.as(channel.tenant, "owner");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> calls = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> given().auth()
                                    .oauth2(token)
                                    .contentType("application/json")
                                    .body(Map.of("kind", "text", "text", "try " + i))
                                    .post("/api/v1/conversations/" + conversation + "/messages")
                                    .statusCode(),
                            threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }

    private Response newChannel() {
        return as("owner")
                .body(Map.of(
                        "type",
                        "whatsapp",
                        "name",
                        "Ventas",
                        "settings",
                        Map.of(
                                "phoneNumberId",
                                Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()))),
                        "secrets",
                        Map.of(
                                "accessToken",
                                "access-token",
                                "appSecret",
                                "app-secret",
                                "verifyToken",
                                "verify-token")))
                .post("/api/v1/channels");
    }

    private Response upload(String content) {
        return given().auth()
                .oauth2(TestPassports.as(channel.tenant, "owner"))
                .contentType("application/octet-stream")
                .queryParam("fileName", "notes.txt")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/attachments");
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(TestPassports.as(channel.tenant, role)).contentType("application/json");
    }

    /** As tenant-service tells it, and taken. */
    private void allow(Map<String, Long> limits) {
        tell(
                TenantTopics.TENANT_PLAN_CHANGED,
                new TenantPlanChanged(channel.tenant, details("active"), "starter", limits, List.of("conversations")));
    }

    private void stand(String status) {
        tell(
                status.equals("suspended") ? TenantTopics.TENANT_SUSPENDED : TenantTopics.TENANT_REACTIVATED,
                status.equals("suspended")
                        ? new TenantSuspended(channel.tenant, details(status))
                        : new TenantReactivated(channel.tenant, details(status)));
    }

    private void tell(String topic, Object event) {
        events.send(channel.tenant, topic, channel.tenant, ++sequence, event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                channel.select("select sequence from messaging.tenant_standing where tenant_id = ?"))
                        .containsExactly(Long.toString(sequence)));
    }

    private static TenantDetails details(String status) {
        return new TenantDetails("acme", "Acme", status, "es", "America/Bogota", "CO");
    }

    private List<String> used(String metric) {
        return channel.select(USED.formatted(metric));
    }

    private long messages(String direction) {
        return channel.select(
                        "select id from messaging.message where tenant_id = ? and direction = '" + direction + "'")
                .size();
    }

    private String status(String id) {
        return channel.select("select status from messaging.message where tenant_id = ? and id = '" + id + "'")
                .getFirst();
    }
}
