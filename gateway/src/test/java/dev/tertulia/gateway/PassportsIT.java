package dev.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a credential becomes a passport, and how long it stays one. In these tests passports are kept for 2 s. */
@QuarkusTest
class PassportsIT extends GatewayTest {
    private static final String PATH = "/api/v1/contacts";

    @Test
    void withoutACredentialNobodyComesIn() {
        Answer answer = send(to(PATH));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void twoCredentialsAreOneTooMany() {
        Authority.Holder someone = services.authority.someone();
        Answer answer = send(to(PATH, someone).header("X-API-Key", someone.credential));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("credentials-ambiguous");
    }

    @Test
    void whatTenantServiceRefusesIsRefusedInItsWords() {
        Authority.Holder stranger = services.authority.someone();
        stranger.refusal = 403;

        Answer answer = send(to(PATH, stranger));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("no-membership");
        assertThat(answer.json().getString("detail")).isEqualTo("As tenant-service says it.");
    }

    @Test
    void aTenantHasToBeChosenWhereTenantServiceSaysSo() {
        Authority.Holder memberOfTwo = services.authority.someone();
        memberOfTwo.refusal = 400;

        assertThat(send(to(PATH, memberOfTwo)).status()).isEqualTo(400);
    }

    @Test
    void aPassportFromOutsideIsNoCredential() {
        Answer inside = send(to(PATH, services.authority.someone()));
        Answer answer = send(to(PATH).header("Authorization", inside.sent("authorization")));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
    }

    @Test
    void theChosenTenantIsAskedForAndKeptApart() {
        Authority.Holder someone = services.authority.someone();
        Answer acme = send(to(PATH, someone).header("X-Tenant", "acme"));
        Answer globex = send(to(PATH, someone).header("X-Tenant", "globex"));

        assertThat(claims(acme).getString("tenantSlug")).isEqualTo("acme");
        assertThat(claims(globex).getString("tenantSlug")).isEqualTo("globex");
    }

    @Test
    void whatWorksWithoutATenantIsAskedForSo() {
        Authority.Holder someone = services.authority.someone();

        send(to("/api/v1/me", someone));
        assertThat(someone.lastAskedOptionally).isTrue();
        send(to("/api/v1/members", someone));
        assertThat(someone.lastAskedOptionally).isFalse();
    }

    @Test
    void aPassportIsKeptAndThenAskedForAnew() {
        Authority.Holder someone = services.authority.someone();
        Instant asked = Instant.now();
        String first = send(to(PATH, someone)).sent("authorization");

        assertThat(send(to(PATH, someone)).sent("authorization")).isEqualTo(first);
        assertThat(services.authority.askedFor(someone.credential)).isEqualTo(1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !send(to(PATH, someone)).sent("authorization").equals(first));
        assertThat(Duration.between(asked, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void manyAtOnceAskOnce() {
        Authority.Holder someone = services.authority.someone();
        someone.delay = Duration.ofMillis(300);

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 60)
                .mapToObj(n -> HTTP.sendAsync(to(PATH, someone).build(), BodyHandlers.ofString())
                        .thenApply(response -> response.statusCode()))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        assertThat(services.authority.askedFor(someone.credential)).isEqualTo(1);
    }

    @Test
    void aPassportThatSoonEndsIsNotKept() {
        Authority.Holder someone = services.authority.someone();
        someone.validFor = Duration.ofSeconds(30);

        send(to(PATH, someone));
        send(to(PATH, someone));

        assertThat(services.authority.askedFor(someone.credential)).isEqualTo(2);
    }

    @Test
    void aPassportIsNotKeptBeyondTheTokenItWasHadFor() {
        Authority.Holder someone = services.authority.someone();
        String claims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"exp\":" + (Instant.now().getEpochSecond() - 1) + "}").getBytes());
        String token = "header." + claims + ".signature-" + UUID.randomUUID();
        services.authority.alsoKnownBy(someone, token);

        send(to(PATH).header("Authorization", "Bearer " + token));
        send(to(PATH).header("Authorization", "Bearer " + token));

        assertThat(services.authority.askedFor(token)).isEqualTo(2);
    }

    @Test
    void aRefusalIsRepeatedForAMomentWithoutAsking() {
        String guessed = "guessed-" + UUID.randomUUID();
        IntStream.range(0, 5).forEach(n -> {
            Answer answer = send(to(PATH).header("X-API-Key", guessed));
            assertThat(answer.status()).isEqualTo(401);
        });

        assertThat(services.authority.askedFor(guessed)).isEqualTo(1);
    }

    @Test
    void whoWasRefusedCanComeInSoonAfter() {
        Authority.Holder someone = services.authority.someone();
        someone.refusal = 403;
        assertThat(send(to(PATH, someone)).status()).isEqualTo(403);

        someone.refusal = 0;

        await().atMost(Duration.ofSeconds(10))
                .until(() -> send(to(PATH, someone)).status() == 200);
    }

    @Test
    void aRevokedCredentialStopsWorking() {
        Authority.Holder someone = services.authority.someone();
        assertThat(send(to(PATH, someone)).status()).isEqualTo(200);

        someone.revoke();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> send(to(PATH, someone)).status() == 403);
    }

    @Test
    void withoutTenantServiceNobodyIsKnownAndNothingStaleIsGivenOut() {
        Authority.Holder someone = services.authority.someone();
        assertThat(send(to(PATH, someone)).status()).isEqualTo(200);

        services.authority.breakDown(true);

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Answer answer = send(to(PATH, someone));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });
        services.authority.breakDown(false);
        assertThat(send(to(PATH, someone)).status()).isEqualTo(200);
    }

    @Test
    void tenantServiceThatHangsIsWaitedForNoLongerThanAllowed() {
        services.authority.hang(true);
        Instant asked = Instant.now();

        Answer answer = send(to(PATH, services.authority.someone()));

        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(Duration.between(asked, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
    }

    @Test
    void openPathsWorkWithoutTenantService() {
        services.authority.breakDown(true);

        assertThat(send(to("/webhooks/whatsapp/7")).status()).isEqualTo(200);
    }

    private static JsonObject claims(Answer answer) {
        return new JsonObject(new String(
                Base64.getUrlDecoder().decode(answer.sent("authorization").split("\\.", -1)[1])));
    }
}
