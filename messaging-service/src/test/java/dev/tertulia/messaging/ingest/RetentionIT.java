package dev.tertulia.messaging.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class RetentionIT {
    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Retention retention;

    @Test
    void whatIsOlderThanItsRetentionIsForgottenAndNothingElse() {
        TestChannel channel = TestChannel.connected(cipher);
        channel.post(channel.text("573001234567", "wamid." + UUID.randomUUID(), 1_760_000_000L, "Old"))
                .then()
                .statusCode(200);
        channel.post(channel.status("wamid.old" + UUID.randomUUID(), "read", 1_760_000_000L))
                .then()
                .statusCode(200);
        channel.execute(
                "update messaging.provider_event set received_at = now() - interval '31 days' where tenant_id = ?");
        channel.execute("update messaging.waiting_item set created_at = now() - interval '8 days' where tenant_id = ?");
        channel.post(channel.status("wamid.new" + UUID.randomUUID(), "read", 1_760_000_000L))
                .then()
                .statusCode(200);

        retention.forgetWhatIsOld().await().atMost(Duration.ofSeconds(20));

        assertThat(channel.select("select id from messaging.provider_event where tenant_id = ?"))
                .hasSize(1);
        assertThat(channel.select("select external_id from messaging.waiting_item where tenant_id = ?"))
                .singleElement()
                .asString()
                .startsWith("wamid.new");
    }

    @Test
    void aTenantThatWantsItSoonerIsTakenAtItsWord() {
        TestChannel week = TestChannel.connected(cipher);
        TestChannel month = TestChannel.connected(cipher);
        week.execute("insert into messaging.tenant_settings (tenant_id, provider_events_kept_days, sequence)"
                + " values (?, 7, 1)");
        for (TestChannel channel : List.of(week, month)) {
            for (int days : new int[] {6, 8, 29}) {
                channel.execute("insert into messaging.provider_event (tenant_id, id, channel_id, body, status,"
                        + " received_at) values (?, uuidv7(interval '-" + days + " days'), '" + channel.id
                        + "', 'x', 'taken', now() - interval '" + days + " days')");
            }
        }

        retention.forgetWhatIsOld().await().atMost(Duration.ofSeconds(20));

        assertThat(week.select("select id from messaging.provider_event where tenant_id = ?"))
                .hasSize(1);
        assertThat(month.select("select id from messaging.provider_event where tenant_id = ?"))
                .hasSize(3);
    }
}
