package dev.tertulia.messaging;

import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.tenancy.TenantErasure;
import dev.tertulia.platform.testkit.tenancy.TenantIsolationCatalogue;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
class MessagingTenantIsolationIT {
    @Test
    void aTenantCanBeErasedWholeAndNoOtherWithIt() {
        TenantErasure.of("messaging").assertErasesOneTenantWhole();
    }

    @Test
    void theSchemaKeepsTenantsApart() {
        String purge = "keys of all tenants are forgotten by age, by a function that tells how many and nothing else";
        String old = "forgotten by age in all tenants, by a function that tells how many and nothing else";
        TenantIsolationCatalogue.of("messaging")
                .except("policy idempotency_key.purge", purge)
                .except("index idempotency_key_age", purge)
                .except("policy provider_event.purge", old)
                .except("lookup provider_event", old)
                .except("index provider_event_age", old)
                .except("policy waiting_item.purge", old)
                .except("lookup waiting_item", old)
                .except("policy realtime_nonce.purge", old)
                .except("lookup realtime_nonce", old)
                .looksAcross("tenant_settings", "the purge asks which tenants forget sooner than the installation")
                .looksAcross("channel", "a webhook names its channel and no tenant")
                .looksAcross("conversation", "the waking job asks for what is due of all tenants")
                .looksAcross("template_sync", "the syncing job asks for what is due of all tenants")
                .except("index template_sync_due", "the syncing job asks for what is due of all tenants")
                .looksAcross("attachment", "the fetching job asks for what is due of all tenants")
                .looksAcross("dispatch", "the dispatcher asks for what is due of all tenants")
                .looksAcross("tenant_standing", "the dispatcher passes over suspended tenants")
                .looksAcross("usage_counter", "what changed is told for all tenants")
                .except("index usage_counter_month", "what changed is looked for in all tenants")
                .value("usage_counter.month", "''")
                .looksAcross("dispatch_lane", "the dispatcher asks for what is due of all tenants")
                .looksAcross("waiting_item", "items are looked for whose message has come, in all tenants")
                .looksAcross("message", "items are looked for whose message has come, in all tenants")
                .except("index channel_lookup", "a webhook names its channel and no tenant")
                .except("index conversation_snoozed_due", "the waking job asks for what is due of all tenants")
                .except("index attachment_pending", "the fetching job asks for what is due of all tenants")
                .except("index dispatch_due", "the dispatcher asks for what is due of all tenants")
                .except("index waiting_item_age", "items are looked for whose message has come, in all tenants")
                .assertHolds();
    }
}
