package dev.tertulia.messaging.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tertulia.contracts.tenant.TenantSettings;
import dev.tertulia.contracts.tenant.TenantSettingsChanged;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.messaging.TestChannel;
import dev.tertulia.messaging.TestEvents;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class TenantSettingsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CUSTOMER = "573001234567";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @Test
    void aTenantsOwnTimeToReopenCountsForItAlone() {
        TestChannel acme = TestChannel.connected(cipher);
        TestChannel globex = TestChannel.connected(cipher);
        settle(acme, 2, "PT1H", null);

        for (TestChannel channel : List.of(acme, globex)) {
            write(channel);
            resolveTwoHoursAgo(channel);
            write(channel);
        }

        assertThat(conversations(acme)).hasSize(2);
        assertThat(conversations(globex)).hasSize(1);
        settle(acme, 3, null, null);
        resolveTwoHoursAgo(acme);
        write(acme);
        assertThat(conversations(acme)).hasSize(2);
    }

    @Test
    void zeroMeansNeverToReopen() {
        TestChannel channel = TestChannel.connected(cipher);
        settle(channel, 1, "PT0S", null);
        write(channel);
        String id = conversations(channel).getFirst();
        given().auth()
                .oauth2(TestPassports.as(channel.tenant, "supervisor"))
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/conversations/" + id + "/resolve")
                .then()
                .statusCode(200);

        write(channel);

        assertThat(conversations(channel)).hasSize(2);
    }

    @Test
    void anOlderEventThatComesLateChangesNothing() {
        TestChannel channel = TestChannel.connected(cipher);
        settle(channel, 5, "PT1H", "P7D");
        try (TestEvents events = new TestEvents()) {
            send(events, channel, 4, "PT2H", null);
            // What is not understood is set aside, and nobody waits behind it.
            send(events, channel, 6, "soon", null);
            send(events, channel, 7, "PT3H", "P3D");
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(kept(channel)).containsExactly("03:00:00 3 7"));
    }

    private void settle(TestChannel channel, long sequence, @Nullable String reopenWithin, @Nullable String kept) {
        try (TestEvents events = new TestEvents()) {
            send(events, channel, sequence, reopenWithin, kept);
        }
        await().atMost(PATIENCE)
                .until(() -> channel.select("select sequence from messaging.tenant_settings where tenant_id = ?")
                        .contains(Long.toString(sequence)));
    }

    private static void send(
            TestEvents events,
            TestChannel channel,
            long sequence,
            @Nullable String reopenWithin,
            @Nullable String kept) {
        events.send(
                channel.tenant,
                TenantTopics.TENANT_SETTINGS_CHANGED,
                channel.tenant,
                sequence,
                new TenantSettingsChanged(
                        channel.tenant, List.of("conversationsReopenWithin"), new TenantSettings(reopenWithin, kept)));
    }

    private static void write(TestChannel channel) {
        channel.post(channel.text(CUSTOMER, "wamid." + UUID.randomUUID(), 1_760_000_000L, "Hola"))
                .then()
                .statusCode(200);
    }

    private static void resolveTwoHoursAgo(TestChannel channel) {
        channel.execute(
                "update messaging.conversation set status = 'resolved', resolved_at = now() - interval '2 hours'"
                        + " where tenant_id = ? and status <> 'resolved'");
    }

    private static List<String> conversations(TestChannel channel) {
        return channel.select("select id from messaging.conversation where tenant_id = ?");
    }

    private static List<String> kept(TestChannel channel) {
        return channel.select("select concat_ws(' ', reopen_within, provider_events_kept_days, sequence)"
                + " from messaging.tenant_settings where tenant_id = ?");
    }
}
