package dev.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Services that are away, hang or break off, and callers that do. The messaging route may take 1 s in these tests. */
@QuarkusTest
class TroubleIT extends GatewayTest {
    private static final String PATH = "/api/v1/conversations";

    @Test
    void aServiceThatIsAwayIsA503AtOnceAndComesBack() {
        Authority.Holder someone = services.authority.someone();
        services.messaging.stop();
        try {
            Instant asked = Instant.now();
            Answer answer = send(to(PATH, someone).POST(BodyPublishers.ofString("{}")));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.response().body()).doesNotContain("127.0.0.1", "Exception");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(send(to("/webhooks/whatsapp/7").POST(BodyPublishers.ofString("{}")))
                            .status())
                    .isEqualTo(503);
            assertThat(send(to("/api/v1/contacts", someone)).status()).isEqualTo(200);
        } finally {
            services.messaging.start();
        }
        assertThat(send(to(PATH, someone).POST(BodyPublishers.ofString("{}"))).status())
                .isEqualTo(200);
    }

    @Test
    void aServiceThatHangsIsA503WithinItsTime() {
        Authority.Holder someone = services.authority.someone();
        services.messaging.behave(request -> {});
        Instant asked = Instant.now();

        Answer answer = send(to(PATH, someone).POST(BodyPublishers.ofString("{}")));

        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(Duration.between(asked, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        services.messaging.reset();
        assertThat(send(to(PATH, someone)).status()).isEqualTo(200);
    }

    @Test
    void oneServiceThatHangsDoesNotHoldUpAnotherRouteToIt() {
        services.messaging.behave(request -> {
            if (request.path().startsWith("/webhooks")) {
                Upstream.echo(request);
            }
        });
        Authority.Holder someone = services.authority.someone();
        List<CompletableFuture<Integer>> hanging = IntStream.range(0, 300)
                .mapToObj(n -> HTTP.sendAsync(to(PATH, someone).build(), BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();

        Answer answer = send(to("/webhooks/whatsapp/7").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(hanging).allSatisfy(each -> assertThat(each.join()).isEqualTo(503));
    }

    @Test
    void aServiceThatBreaksOffBeforeItsAnswerIsA503() {
        services.messaging.behave(request -> request.connection().close());

        Answer answer = send(to(PATH, services.authority.someone()).POST(BodyPublishers.ofString("{}")));

        assertThat(answer.problem()).isEqualTo("unavailable");
    }

    @Test
    void aQuestionIsPutAgainWhenTheConnectionJustEndedAndAChangeIsNot() {
        AtomicInteger came = new AtomicInteger();
        services.messaging.behave(request -> {
            if (came.incrementAndGet() == 1) {
                request.connection().close();
            } else {
                Upstream.echo(request);
            }
        });
        Authority.Holder someone = services.authority.someone();

        assertThat(send(to(PATH, someone)).status()).isEqualTo(200);
        assertThat(came).hasValue(2);

        came.set(0);
        assertThat(send(to(PATH, someone).POST(BodyPublishers.ofString("{}"))).status())
                .isEqualTo(503);
        assertThat(came).hasValue(1);
    }

    @Test
    void aPartOfAnAnswerIsNeverTakenForTheWhole() {
        services.messaging.behave(request -> {
            request.response().setChunked(true).write("the first half");
            request.connection().close();
        });

        assertThatThrownBy(
                        () -> HTTP.send(to(PATH, services.authority.someone()).build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatStandsStillIsCutOff() {
        services.messaging.behave(request -> request.response().setChunked(true).write("the first half"));
        Instant asked = Instant.now();

        assertThatThrownBy(
                        () -> HTTP.send(to(PATH, services.authority.someone()).build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aCallerThatSendsDripByDripIsSentAway() throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("POST " + PATH + " HTTP/1.1\nHost: localhost\nContent-Length: 100\nAuthorization: "
                    + services.authority.someone().bearer() + "\n\n{");

            assertThat(connection.hearUntil("}")).startsWith("HTTP/1.1 408").contains("/problems/request-timeout");
        }
    }

    @Test
    void aServiceLearnsThatItsCallerHasGone() throws IOException {
        AtomicBoolean came = new AtomicBoolean();
        AtomicBoolean gone = new AtomicBoolean();
        services.contact.behave(request -> {
            came.set(true);
            request.connection().closeHandler(closed -> gone.set(true));
        });
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("GET /api/v1/contacts HTTP/1.1\nHost: localhost\nAuthorization: "
                    + services.authority.someone().bearer() + "\n\n");
            await().untilTrue(came);
        }

        await().atMost(Duration.ofSeconds(5)).untilTrue(gone);
    }

    @Test
    void aCallerThatLeavesWhileSendingLeavesNothingBehind() throws IOException {
        AtomicBoolean came = new AtomicBoolean();
        AtomicBoolean gone = new AtomicBoolean();
        services.contact.behave(request -> {
            request.handler(chunk -> came.set(true));
            request.connection().closeHandler(closed -> gone.set(true));
        });
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.say("POST /api/v1/contacts HTTP/1.1\nHost: localhost\nContent-Length: 1000\nAuthorization: "
                    + services.authority.someone().bearer() + "\n\nthe first part");
            await().untilTrue(came);
        }

        await().atMost(Duration.ofSeconds(5)).untilTrue(gone);
    }

    @Test
    void theHealthOfAllSaysWhoIsDown() {
        assertThat(send(to("/health")).status()).isEqualTo(200);
        assertThat(send(to("/health")).json().getString("status")).isEqualTo("UP");

        services.contact.behave(request -> request.response().setStatusCode(503).end("{\"status\":\"DOWN\"}"));
        services.tenant.behave(HttpServerRequest::pause);
        Answer answer = send(to("/health"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().encode())
                .isEqualTo("{\"status\":\"DOWN\",\"services\":[{\"name\":\"contact-service\",\"status\":\"DOWN\"},"
                        + "{\"name\":\"messaging-service\",\"status\":\"UP\"},"
                        + "{\"name\":\"tenant-service\",\"status\":\"DOWN\"}]}");
    }

    @Test
    void theGatewayItselfIsReadyWhateverTheServicesAre() {
        services.contact.behave(request -> request.response().setStatusCode(503).end());

        assertThat(send(to("/q/health/ready")).status()).isEqualTo(200);
        assertThat(send(to("/q/health/live")).status()).isEqualTo(200);
    }

    @Test
    void metricsAreForOperatorsNearby() {
        assertThat(send(to("/q/metrics")).response().body()).contains("gateway_requests_seconds_count{route=");
        assertThat(send(to("/q/metrics").header("X-Forwarded-For", "203.0.113.9"))
                        .problem())
                .isEqualTo("not-found");
    }
}
