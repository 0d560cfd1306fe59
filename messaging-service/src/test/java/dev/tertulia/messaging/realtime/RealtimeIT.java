package dev.tertulia.messaging.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class RealtimeIT {
    private static final long SECOND = 1_760_000_000L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @TestHTTPResource("/api/v1/realtime")
    @SuppressWarnings("NullAway.Init")
    URI realtime;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    @BeforeEach
    void connect() {
        channel = TestChannel.connected(cipher);
    }

    @Test
    void whatHappensIsToldAtOnceToTheTenantAlone() {
        try (Socket ours = open(TestPassports.as(channel.tenant, "supervisor"), "");
                Socket theirs = open(TestPassports.as(UUID.randomUUID(), "owner"), "")) {
            await().untilAsserted(() -> assertThat(ours.types()).containsExactly("ready"));
            await().untilAsserted(() -> assertThat(theirs.types()).containsExactly("ready"));

            write("Hola");

            await().untilAsserted(() ->
                    assertThat(ours.types()).containsExactly("ready", "conversation.opened", "message.received"));
            assertThat(ours.heard
                            .getLast()
                            .getJsonObject("data")
                            .getJsonObject("message")
                            .getString("text"))
                    .isEqualTo("Hola");
            assertThat(theirs.types()).containsExactly("ready");
        }
    }

    @Test
    void aClientResumesWithoutAGap() {
        String cursor;
        try (Socket before = open(TestPassports.as(channel.tenant, "supervisor"), "")) {
            await().untilAsserted(() -> assertThat(before.types()).containsExactly("ready"));
            write("Heard");
            await().untilAsserted(() -> assertThat(before.heard).hasSize(3));
            cursor = before.heard.getLast().getString("cursor");
        }
        write("Missed one");
        write("Missed two");
        await().untilAsserted(
                        () -> assertThat(channel.select("select topic from messaging.event_log where tenant_id = ?"))
                                .hasSize(4));

        try (Socket after = open(TestPassports.as(channel.tenant, "supervisor"), "?after=" + cursor)) {
            await().untilAsserted(() ->
                    assertThat(after.types()).containsExactly("message.received", "message.received", "ready"));
            write("Live again");
            await().untilAsserted(
                            () -> assertThat(after.texts()).containsExactly("Missed one", "Missed two", "Live again"));
        }
    }

    @Test
    void aCursorThatNeverWasMeansToLoadEverythingAnew() {
        for (String cursor : List.of("9223372036854775807", "nonsense", "-5")) {
            try (Socket socket = open(TestPassports.as(channel.tenant, "supervisor"), "?after=" + cursor)) {
                await().untilAsserted(() -> assertThat(socket.types()).containsExactly("resync"));
            }
        }
    }

    @Test
    void agentsHearOfWhatTheySeeOnlyAndOfWhatIsTakenFromThem() {
        write("Hola");
        String id = channel.select("select id::text from messaging.conversation where tenant_id = ?")
                .getFirst();
        await().untilAsserted(
                        () -> assertThat(channel.select("select topic from messaging.event_log where tenant_id = ?"))
                                .hasSize(2));
        try (Socket agent = open(TestPassports.as(channel.tenant, "agent"), "")) {
            await().untilAsserted(() -> assertThat(agent.types()).containsExactly("ready"));
            io.restassured.RestAssured.given()
                    .auth()
                    .oauth2(TestPassports.as(channel.tenant, "supervisor"))
                    .contentType("application/json")
                    .body(Map.of("memberId", channel.member()))
                    .post("/api/v1/conversations/" + id + "/assign")
                    .then()
                    .statusCode(200);
            await().untilAsserted(() -> assertThat(agent.types()).containsExactly("ready", "conversation.assigned"));

            write("For somebody else's eyes");
            await().untilAsserted(() -> assertThat(
                            channel.select("select topic from messaging.event_log where tenant_id = ?"))
                    .hasSize(4));
            // A second socket that hears of it proves that the first had its chance.
            try (Socket supervisor = open(TestPassports.as(channel.tenant, "supervisor"), "?after=0")) {
                await().untilAsserted(() -> assertThat(supervisor.types()).contains("ready"));
            }
            assertThat(agent.types()).containsExactly("ready", "conversation.assigned");
        }
    }

    @Test
    void agentsWhoSeeTheirOwnAloneHearOfNothingElse() {
        UUID ann = channel.member();
        String narrowed = TestPassports.of(channel.tenant, "agent")
                .memberId(ann)
                .permissions("conversations:read")
                .token();
        try (Socket agent = open(narrowed, "");
                Socket other = open(TestPassports.as(channel.tenant, "agent"), "")) {
            await().untilAsserted(() -> assertThat(agent.types()).containsExactly("ready"));
            await().untilAsserted(() -> assertThat(other.types()).containsExactly("ready"));
            write("Whose is it?");
            await().untilAsserted(() ->
                    assertThat(other.types()).containsExactly("ready", "conversation.opened", "message.received"));
            assign(ann);
            await().untilAsserted(() -> assertThat(agent.types()).containsExactly("ready", "conversation.assigned"));
            write("Yours");
            await().untilAsserted(() -> assertThat(agent.texts()).containsExactly("Yours"));

            assign(null);

            // That it leaves their list they hear, and nothing of it from then on.
            await().untilAsserted(() -> assertThat(agent.types()).hasSize(4).endsWith("conversation.assigned"));
            write("Nobody's again");
            await().untilAsserted(() -> assertThat(other.texts()).contains("Nobody's again"));
            assertThat(agent.texts()).containsExactly("Yours");
        }
    }

    @Test
    void whatIsNoConversationsEveryoneHears() {
        String narrowed = TestPassports.of(channel.tenant, "agent")
                .permissions("conversations:read")
                .token();
        try (Socket agent = open(narrowed, "")) {
            await().untilAsserted(() -> assertThat(agent.types()).containsExactly("ready"));
            for (String topic : List.of("something.internal", "channel.failed")) {
                channel.execute("insert into messaging.outbox (tenant_id, id, topic, key, subject, aggregate_sequence,"
                        + " payload) values (?, uuidv7(), '" + topic + "', 'k', 's', 1, '{}')");
            }

            await().untilAsserted(() -> assertThat(agent.types()).containsExactly("ready", "channel.failed"));
        }
    }

    private void assign(@Nullable UUID member) {
        String id = channel.select("select id::text from messaging.conversation where tenant_id = ?")
                .getFirst();
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(TestPassports.as(channel.tenant, "supervisor"))
                .contentType("application/json")
                .body(member == null ? "{\"memberId\":null}" : "{\"memberId\":\"" + member + "\"}")
                .post("/api/v1/conversations/" + id + "/assign")
                .then()
                .statusCode(200);
    }

    @Test
    void aTicketOpensOneSocket() {
        String passport = TestPassports.as(channel.tenant, "supervisor");
        String nonce = UUID.randomUUID().toString();
        try (Socket first = open(passport, "", "X-Ticket-Nonce", nonce)) {
            await().untilAsserted(() -> assertThat(first.types()).containsExactly("ready"));
            try (Socket second = open(passport, "", "X-Ticket-Nonce", nonce)) {
                await().untilAsserted(() -> assertThat(second.closedWith).isEqualTo(4401));
            }
        }
    }

    @Test
    void nobodyComesInWithoutAPassportThatIsOurs() {
        assertThatThrownBy(() -> open("nonsense", "")).hasMessageContaining("401");
        assertThatThrownBy(() ->
                        open(TestPassports.of(channel.tenant, "owner").expired().token(), ""))
                .hasMessageContaining("401");
    }

    private void write(String text) {
        channel.post(channel.text("573001234567", "wamid." + UUID.randomUUID(), SECOND, text))
                .then()
                .statusCode(200);
    }

    private Socket open(String passport, String query, String... headers) {
        Socket socket = new Socket();
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Authorization", "Bearer " + passport);
        for (int n = 0; n < headers.length; n += 2) {
            builder.header(headers[n], headers[n + 1]);
        }
        URI uri = URI.create(realtime.toString().replaceFirst("^http", "ws") + query);
        try {
            socket.socket = builder.buildAsync(uri, socket).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            Throwable cause = e.getCause();
            throw new IllegalStateException(
                    cause instanceof java.net.http.WebSocketHandshakeException refused
                            ? Integer.toString(refused.getResponse().statusCode())
                            : String.valueOf(e),
                    e);
        }
        return socket;
    }

    private static final class Socket implements WebSocket.Listener, AutoCloseable {
        final List<JsonObject> heard = new CopyOnWriteArrayList<>();
        private final StringBuilder partial = new StringBuilder();
        private volatile int closedWith;

        @SuppressWarnings("NullAway.Init")
        private WebSocket socket;

        List<String> types() {
            return heard.stream().map(message -> message.getString("type")).toList();
        }

        List<String> texts() {
            return heard.stream()
                    .filter(message -> message.getString("type").equals("message.received"))
                    .map(message -> message.getJsonObject("data")
                            .getJsonObject("message")
                            .getString("text"))
                    .toList();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                heard.add(new JsonObject(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closedWith = code;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
