package dev.tertulia.contact.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tertulia.contact.Api;
import dev.tertulia.contact.Messaging;
import dev.tertulia.contracts.tenant.TenantDetails;
import dev.tertulia.contracts.tenant.TenantPlanChanged;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.testkit.AllowanceMigration;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many contacts a plan allows. */
@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class ContactLimitIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Api api = Api.ofNewTenant();
    private final Messaging messaging = new Messaging();

    @AfterEach
    void close() {
        messaging.close();
    }

    @Test
    void whatPeopleCreateIsRefusedAtTheLimitAndWhoWritesIsLetInAndCounted() {
        allow(2);
        api.created("{\"name\": \"Lucía\"}");
        UUID pedro = api.created("{\"name\": \"Pedro\"}");
        api.create("{\"name\": \"Ana\"}")
                .statusCode(403)
                .body("type", equalTo("/problems/limit-reached"))
                .body("limit.metric", equalTo("contacts"))
                .body("limit.size", equalTo(2))
                .body("limit.used", equalTo(2));

        messaging.send(Messaging.messageReceived(
                api.tenant(), Messaging.onWhatsapp(UUID.randomUUID(), "Rosa", Api.anyPhone()), Instant.now()));
        await().atMost(PATIENCE).untilAsserted(() -> api.list(Map.of()).body("items", hasSize(3)));
        assertThat(used()).isEqualTo(3);

        api.delete(pedro).statusCode(204);
        assertThat(used()).isEqualTo(2);
        api.create("{\"name\": \"Ana\"}").statusCode(403);
    }

    @Test
    void aMergeGivesOneBackAndItsUndoingNeedsRoom() {
        UUID contact = api.created("{\"name\": \"Lucía\"}");
        UUID duplicate = api.created("{\"name\": \"Lucy\"}");
        UUID merge = Api.id(api.merge(contact, duplicate).statusCode(200));
        api.merge(contact, duplicate).statusCode(200);
        assertThat(used()).isEqualTo(1);

        allow(1);
        api.undo(merge).statusCode(403).body("type", equalTo("/problems/limit-reached"));
        allow(2);
        api.undo(merge).statusCode(200);
        api.undo(merge).statusCode(200);
        assertThat(used()).isEqualTo(2);
    }

    @Test
    void theCountersAreThoseOfPlatformAllowance() {
        AllowanceMigration.assertUnchanged();
    }

    /** As tenant-service tells it, and taken. */
    private void allow(long contacts) {
        TenantDetails acme = new TenantDetails("acme", "Acme", "active", "es", "UTC", "CO");
        var event = Messaging.event(
                TenantTopics.TENANT_PLAN_CHANGED,
                api.tenant(),
                api.tenant(),
                Instant.now(),
                EventJson.write(new TenantPlanChanged(
                        api.tenant(), acme, "starter", Map.of("contacts", contacts), List.of("sales"))));
        event.headers().remove("ce_sequence");
        event.headers().add("ce_sequence", Long.toString(contacts).getBytes(StandardCharsets.UTF_8));
        messaging.send(event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                number(
                                        "select coalesce(max((limits ->> 'contacts')::bigint), -1) from contact.tenant_standing"))
                        .isEqualTo(contacts));
    }

    private long used() {
        return number("select coalesce(max(used), 0) from contact.usage_counter");
    }

    private long number(String sql) {
        try (Connection connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(sql + " where tenant_id = ?")) {
            statement.setObject(1, api.tenant());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
