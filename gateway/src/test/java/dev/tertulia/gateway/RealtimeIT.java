package dev.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tertulia.gateway.SocketClient.Closed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sockets through the gateway. In these tests they are checked each 400 ms and trusted for 1.5 s. */
@QuarkusTest
class RealtimeIT extends GatewayTest {
    private static final String PATH = "/api/v1/realtime";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final AtomicReference<@Nullable ServerWebSocket> atService = new AtomicReference<>();
    private final List<HttpServerRequest> upgrades = new CopyOnWriteArrayList<>();

    @BeforeEach
    void theServiceEchoesMessages() {
        services.messaging.behave(request -> {
            upgrades.add(request);
            request.toWebSocket().onSuccess(socket -> {
                atService.set(socket);
                socket.textMessageHandler(socket::writeTextMessage);
                socket.binaryMessageHandler(socket::writeBinaryMessage);
            });
        });
    }

    @Test
    void messagesPassBothWaysWholeAndInOrder() {
        String large = "ñ".repeat(200_000);
        try (SocketClient socket = open(services.authority.someone(), "?after=41")) {
            socket.send("one");
            socket.send(large);
            socket.send("three");

            assertThat(socket.next()).isEqualTo("one");
            assertThat(socket.next()).isEqualTo(large);
            assertThat(socket.next()).isEqualTo("three");
        }
        assertThat(upgrades.getFirst().uri()).isEqualTo(PATH + "?after=41");
        assertThat(upgrades.getFirst().getHeader("Authorization")).startsWith("Bearer header.");
        assertThat(upgrades.getFirst().getHeader("X-Request-Id")).isNotEmpty();
    }

    @Test
    void aTicketOpensASocketAndStaysAtTheGateway() {
        JsonObject ticket = ticket(services.authority.someone());
        try (SocketClient socket =
                SocketClient.open(HTTP, uri("?after=41&ticket=" + ticket.getString("ticket") + "&x=1"))) {
            socket.send("hello");

            assertThat(socket.next()).isEqualTo("hello");
        }
        HttpServerRequest upgrade = upgrades.getFirst();
        assertThat(upgrade.uri()).isEqualTo(PATH + "?after=41&x=1");
        assertThat(upgrade.getHeader("Authorization")).startsWith("Bearer header.");
        assertThat(upgrade.getHeader("X-Ticket-Nonce")).hasSize(22);
        assertThat(Instant.parse(ticket.getString("expiresAt")))
                .isBefore(Instant.now().plusSeconds(31));
    }

    @Test
    void eachTicketHasANonceOfItsOwnByWhichTheServiceSeesItTwice() {
        Authority.Holder someone = services.authority.someone();
        String ticket = ticket(someone).getString("ticket");
        SocketClient.open(HTTP, uri("?ticket=" + ticket)).close();
        SocketClient.open(HTTP, uri("?ticket=" + ticket)).close();
        SocketClient.open(HTTP, uri("?ticket=" + ticket(someone).getString("ticket")))
                .close();

        List<String> nonces = upgrades.stream()
                .map(upgrade -> upgrade.getHeader("X-Ticket-Nonce"))
                .toList();
        assertThat(nonces.get(0)).isEqualTo(nonces.get(1)).isNotEqualTo(nonces.get(2));
    }

    @Test
    void ticketsAreForThoseWithACredentialAndByPostOnly() {
        assertThat(send(to(PATH + "/tickets").POST(BodyPublishers.noBody())).problem())
                .isEqualTo("unauthenticated");
        Answer wrongMethod = send(to(PATH + "/tickets", services.authority.someone()));
        assertThat(wrongMethod.problem()).isEqualTo("method-not-allowed");
        assertThat(wrongMethod.header("Allow")).isEqualTo("POST");
    }

    @Test
    void aTicketThatIsMadeUpOrTooOldOpensNothing() {
        String ticket = ticket(services.authority.someone()).getString("ticket");

        assertThat(refused("?ticket=made-up")).isEqualTo(401);
        // A ticket holds for a second in these tests.
        await().atMost(SOON).until(() -> refused("?ticket=" + ticket) == 401);
    }

    @Test
    void aTicketWhosePassportIsNoLongerFreshIsCheckedFirst() {
        Authority.Holder someone = services.authority.someone();
        String ticket = ticket(someone).getString("ticket");
        await().pollDelay(Duration.ofMillis(450)).until(() -> true);
        someone.revoke();

        assertThat(refused("?ticket=" + ticket)).isEqualTo(403);
        assertThat(upgrades).isEmpty();
    }

    @Test
    void withoutACredentialOrTicketNothingOpens() {
        assertThat(refused("")).isEqualTo(401);
        assertThat(upgrades).isEmpty();
    }

    @Test
    void whatIsNoUpgradeIsToldSo() {
        Answer answer = send(to(PATH, services.authority.someone()));

        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.problem()).isEqualTo("upgrade-required");
    }

    @Test
    void anOpenSocketIsCheckedAgainAndAgain() {
        Authority.Holder someone = services.authority.someone();
        try (SocketClient socket = open(someone, "")) {
            await().atMost(SOON).until(() -> someone.renewals.get() >= 3);
            socket.send("still there");

            assertThat(socket.next()).isEqualTo("still there");
        }
    }

    @Test
    void aSocketIsClosedWhenItsHolderIsRevoked() {
        Authority.Holder someone = services.authority.someone();
        try (SocketClient socket = open(someone, "")) {
            someone.revoke();

            assertThat(socket.closed()).isEqualTo(new Closed(1008, "passport-refused"));
        }
        await().atMost(SOON).until(() -> service().isClosed());
    }

    @Test
    void aSocketIsClosedWhenItsHolderMayDoSomethingElse() {
        Authority.Holder promoted = services.authority.someone();
        Authority.Holder trimmed = services.authority.someone();
        try (SocketClient first = open(promoted, "");
                SocketClient second = open(trimmed, "")) {
            promoted.role = "supervisor";
            trimmed.permissions = List.of();

            assertThat(first.closed()).isEqualTo(new Closed(1008, "rights-changed"));
            assertThat(second.closed()).isEqualTo(new Closed(1008, "rights-changed"));
        }
    }

    @Test
    void tenantServiceThatIsAwayIsBorneForAWhileOnly() {
        Instant opened = Instant.now();
        try (SocketClient socket = open(services.authority.someone(), "")) {
            services.authority.breakDown(true);

            assertThat(socket.closed()).isEqualTo(new Closed(1013, "passport-unchecked"));
            assertThat(Duration.between(opened, Instant.now()))
                    .isBetween(Duration.ofMillis(1400), Duration.ofSeconds(10));
        }
    }

    @Test
    void tenantServiceThatHangsIsBorneNoLonger() {
        Instant opened = Instant.now();
        try (SocketClient socket = open(services.authority.someone(), "")) {
            services.authority.hang(true);

            assertThat(socket.closed()).isEqualTo(new Closed(1013, "passport-unchecked"));
            assertThat(Duration.between(opened, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void tenantServiceThatComesBackInTimeIsForgiven() {
        Authority.Holder someone = services.authority.someone();
        try (SocketClient socket = open(someone, "")) {
            await().atMost(SOON).until(() -> someone.renewals.get() >= 1);
            services.authority.breakDown(true);
            await().pollDelay(Duration.ofMillis(600)).until(() -> true);
            services.authority.breakDown(false);
            int renewals = someone.renewals.get();
            await().atMost(SOON).until(() -> someone.renewals.get() >= renewals + 3);

            socket.send("still there");
            assertThat(socket.next()).isEqualTo("still there");
        }
    }

    @Test
    void eachEndLearnsHowTheOtherEnded() {
        try (SocketClient socket = open(services.authority.someone(), "")) {
            service().close((short) 4001, "of the service");
            assertThat(socket.closed()).isEqualTo(new Closed(4001, "of the service"));
        }
        try (SocketClient socket = open(services.authority.someone(), "")) {
            socket.close(4002, "of the caller");
            await().atMost(SOON).until(() -> service().isClosed());
            assertThat(service().closeStatusCode()).isEqualTo((short) 4002);
        }
    }

    @Test
    void aServiceThatDiesClosesItsSocketsSoThatCallersComeAgain() throws Exception {
        services.messaging.stop();
        try (ServerSocket dying = new ServerSocket(services.messaging.port());
                ExecutorService process = Executors.newSingleThreadExecutor()) {
            process.submit(() -> acceptOneAndDie(dying));
            try (SocketClient socket = SocketClient.open(
                    HTTP, uri(""), "Authorization", services.authority.someone().bearer())) {
                assertThat(socket.closed().code()).isEqualTo(1012);
            }
        } finally {
            services.messaging.start();
        }
    }

    private static @Nullable Void acceptOneAndDie(ServerSocket server) throws Exception {
        try (Socket socket = server.accept()) {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) socket.getInputStream().read());
            }
            String key = head.toString().replaceFirst("(?is).*sec-websocket-key: *([^\r]*).*", "$1");
            byte[] accepted = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(accepted) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return null;
        }
    }

    @Test
    void aServiceThatIsAwayIsA503AndNoSocket() {
        services.messaging.stop();
        try {
            assertThat(refused(services.authority.someone())).isEqualTo(503);
        } finally {
            services.messaging.start();
        }
    }

    @Test
    void aServiceThatRefusesIsHeard() {
        services.messaging.behave(
                request -> request.response().setStatusCode(403).end("{}"));

        assertThat(refused(services.authority.someone())).isEqualTo(403);
    }

    @Test
    void socketsAreOpenedFromKnownPagesOnly() {
        Authority.Holder someone = services.authority.someone();

        SocketClient.open(HTTP, uri(""), "Authorization", someone.bearer(), "Origin", "http://localhost:5173")
                .close();
        SocketClient.open(HTTP, uri(""), "Authorization", someone.bearer(), "Origin", own())
                .close();
        assertThatThrownBy(() -> SocketClient.open(
                        HTTP, uri(""), "Authorization", someone.bearer(), "Origin", "https://evil.example"))
                .isEqualTo(new SocketClient.RefusedException(403));
    }

    @Test
    void aTicketAndACredentialAreOneTooMany() {
        Authority.Holder someone = services.authority.someone();
        String ticket = ticket(someone).getString("ticket");

        assertThatThrownBy(() -> SocketClient.open(HTTP, uri("?ticket=" + ticket), "Authorization", someone.bearer()))
                .isEqualTo(new SocketClient.RefusedException(400));
    }

    private SocketClient open(Authority.Holder holder, String query) {
        atService.set(null);
        SocketClient socket = SocketClient.open(HTTP, uri(query), "Authorization", holder.bearer());
        await().until(() -> atService.get() != null);
        return socket;
    }

    private int refused(String query) {
        try (SocketClient socket = SocketClient.open(HTTP, uri(query))) {
            return 101;
        } catch (SocketClient.RefusedException e) {
            return e.status();
        }
    }

    private int refused(Authority.Holder holder) {
        try (SocketClient socket = SocketClient.open(HTTP, uri(""), "Authorization", holder.bearer())) {
            return 101;
        } catch (SocketClient.RefusedException e) {
            return e.status();
        }
    }

    private ServerWebSocket service() {
        return java.util.Objects.requireNonNull(atService.get());
    }

    private JsonObject ticket(Authority.Holder holder) {
        Answer answer = send(to(PATH + "/tickets", holder).POST(BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer.json();
    }

    private String own() {
        return "http://" + gateway.getAuthority();
    }

    private java.net.URI uri(String query) {
        return java.net.URI.create("ws://" + gateway.getAuthority() + PATH + query);
    }
}
