package dev.tertulia.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.crypto.MasterKeys;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@SuppressWarnings("NullAway.Init")
class KeyRotationIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    CrossTenantLookup lookup;

    @Inject
    TenantDatabase database;

    @Inject
    UnitOfWork units;

    @Inject
    ChannelConfig config;

    @Test
    void secretsMoveToTheNewestKeyAsTheChannelIsRead() {
        MasterKeys before = MasterKeys.create();
        MasterKeys after = before.withNewKey().withNewestAsPrimary();
        TestChannel channel = TestChannel.connected(new FieldCipher(before));

        ConnectedChannel read =
                directory(after).find(channel.id).await().atMost(SOON).orElseThrow();

        assertThat(read.secret(ConnectedChannel.APP_SECRET)).isEqualTo(TestChannel.APP_SECRET);
        assertThat(channel.select(
                        "select value from messaging.channel c, jsonb_each_text(c.secrets) where tenant_id = ?"))
                .hasSize(3)
                .allMatch(value -> FieldCipher.version(value) == after.primaryVersion());
        // The old key can go: what was stored opens without it.
        MasterKeys alone = after.without(before.primaryVersion());
        assertThat(directory(alone)
                        .find(channel.id)
                        .await()
                        .atMost(SOON)
                        .orElseThrow()
                        .secret(ConnectedChannel.ACCESS_TOKEN))
                .isEqualTo(TestChannel.ACCESS_TOKEN);
    }

    private ChannelDirectory directory(MasterKeys keys) {
        return new ChannelDirectory(lookup, database, units, new FieldCipher(keys), config);
    }
}
