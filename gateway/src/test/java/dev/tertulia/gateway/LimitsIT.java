package dev.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often one may call: here a tenant 5 times, an address 8 times, a channel 10 times. */
@QuarkusTest
@TestProfile(LimitsIT.Small.class)
class LimitsIT extends GatewayTest {
    private static final AtomicInteger LAST_ADDRESS = new AtomicInteger();

    @Test
    void aTenantHasOneLimitWhereverItCallsFrom() {
        Authority.Holder someone = services.authority.someone();
        for (int i = 0; i < 5; i++) {
            Answer answer = send(from(newAddress(), to("/api/v1/contacts", someone)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Limit")).isEqualTo("5");
            assertThat(answer.header("RateLimit-Remaining")).isEqualTo(Integer.toString(4 - i));
        }

        Answer answer = send(from(newAddress(), to("/api/v1/conversations", someone)));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(send(from(newAddress(), to("/api/v1/contacts", services.authority.someone())))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAddressHasOneLimitWhoeverCalls() {
        String address = newAddress();
        for (int i = 0; i < 8; i++) {
            assertThat(send(from(address, to("/api/v1/contacts"))).status()).isEqualTo(401);
        }

        assertThat(send(from(address, to("/api/v1/contacts", services.authority.someone())))
                        .problem())
                .isEqualTo("too-many-requests");
        assertThat(send(from(address, to("/health"))).status()).isEqualTo(429);
        assertThat(send(from(newAddress(), to("/api/v1/contacts"))).status()).isEqualTo(401);
    }

    @Test
    void webhooksAreCountedByChannelAndNotByAddress() {
        String address = newAddress();
        String channel = "/webhooks/whatsapp/" + UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            Answer answer = send(from(address, to(channel)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().map()).doesNotContainKey("ratelimit-limit");
        }

        Answer answer = send(from(address, to(channel)));

        assertThat(answer.problem()).isEqualTo("too-many-requests");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(send(from(address, to("/webhooks/whatsapp/" + UUID.randomUUID())))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoWaitsComesInAgain() {
        String address = newAddress();
        await().until(() -> send(from(address, to("/api/v1/contacts"))).status() == 429);

        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(1500))
                .until(() -> send(from(address, to("/api/v1/contacts"))).status() == 401);
    }

    private static HttpRequest.Builder from(String address, HttpRequest.Builder request) {
        return request.header("X-Forwarded-For", address);
    }

    private static String newAddress() {
        return "198.51.100." + LAST_ADDRESS.incrementAndGet();
    }

    /** Limits that are soon reached. */
    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.limits.tenant.per-second", "1",
                    "gateway.limits.tenant.burst", "5",
                    "gateway.limits.address.per-second", "1",
                    "gateway.limits.address.burst", "8",
                    "gateway.limits.webhook.per-second", "1",
                    "gateway.limits.webhook.burst", "10");
        }
    }
}
