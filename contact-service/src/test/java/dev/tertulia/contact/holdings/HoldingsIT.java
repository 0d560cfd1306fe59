package dev.tertulia.contact.holdings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tertulia.contact.Api;
import dev.tertulia.contact.Messaging;
import dev.tertulia.platform.holdings.HoldingsTopics;
import dev.tertulia.platform.testkit.EventSender;
import dev.tertulia.platform.testkit.HeldRows;
import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service holds of a tenant: given out whole, erased whole, and nothing comes back. */
@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class HoldingsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Api a = Api.ofNewTenant();
    private final Api b = Api.ofNewTenant();

    @Test
    void anExportHoldsEveryRowOfTheTenantOnceAndNoOther() {
        int contacts = 1234;
        fill(a.tenant(), contacts);
        fill(b.tenant(), 3);

        List<JsonObject> lines = export(a);

        assertThat(lines.getFirst().getJsonObject("manifest").getString("service"))
                .isEqualTo("contact");
        Set<String> ids = new HashSet<>();
        long identities = 0;
        for (JsonObject line : lines) {
            JsonObject row = line.getJsonObject("row");
            if (row != null) {
                assertThat(row.getString("tenant_id")).isEqualTo(a.tenant().toString());
                if (line.getString("table").equals("contact")) {
                    ids.add(row.getString("id"));
                } else {
                    identities++;
                }
            }
        }
        assertThat(ids).hasSize(contacts);
        assertThat(identities).isEqualTo(contacts);
        JsonObject end = lines.getLast().getJsonObject("end");
        assertThat(end.getBoolean("complete")).isTrue();
        assertThat(end.getJsonObject("rows").getLong("contact")).isEqualTo(contacts);
    }

    @Test
    void anExportThatWasReadToItsEndIsOnRecord() {
        export(a);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(PublishedAudit.await(a.tenant(), 1))
                        .anySatisfy(record -> assertThat(record).contains("\"exported\"", "\"contact\"")));
        await().atMost(PATIENCE).until(() -> told(HoldingsTopics.HOLDINGS_EXPORTED, a.tenant()) == 1);
    }

    @Test
    void onlyAnOwnerTakesAllOut() {
        for (String role : List.of("admin", "supervisor", "agent", "viewer")) {
            a.role(role).request().get("/api/v1/tenant-exports/contact").then().statusCode(403);
        }
        a.request().get("/api/v1/tenant-exports/messaging").then().statusCode(404);
        new Api(a.tenant(), dev.tertulia.platform.testkit.TestPassports.as(a.tenant(), "platform_admin"))
                .request()
                .get("/api/v1/tenant-exports/contact")
                .then()
                .statusCode(200);
    }

    @Test
    void anErasedTenantIsGoneAndTheOthersAreNot() {
        fill(a.tenant(), 5000);
        fill(b.tenant(), 10);
        // Its records of what was filled in leave in the meantime.
        await().atMost(PATIENCE).until(() -> !HeldRows.of("contact", b.tenant()).containsKey("outbox"));
        Map<String, Long> others = HeldRows.of("contact", b.tenant());

        try (EventSender tenants = new EventSender()) {
            erase(tenants, a.tenant());
            JsonObject report = report(a.tenant());

            assertThat(report.getString("service")).isEqualTo("contact");
            assertThat(report.getJsonObject("erased").getLong("contact")).isEqualTo(5000);
            assertThat(report.getJsonObject("left").getMap()).containsKeys("contact", "outbox", "event_log");
            assertThat(report.getJsonObject("left").stream())
                    .allMatch(left -> left.getValue().equals(0));
        }

        assertThat(HeldRows.of("contact", a.tenant())).isEmpty();
        assertThat(HeldRows.of("contact", b.tenant())).isEqualTo(others);
    }

    @Test
    void anErasureThatDiedInTheMiddleGoesOn() throws SQLException {
        fill(a.tenant(), 5000);
        // What a process that was killed leaves behind: a tombstone, some slices that were committed, and no next one.
        try (Connection killed = TestDatabase.as("contact_service")) {
            killed.setAutoCommit(false);
            try (var statement = killed.createStatement()) {
                statement.execute("select set_config('app.tenant_id', '%s', false)".formatted(a.tenant()));
                statement.execute("select contact.erase_tenant('%s')".formatted(a.tenant()));
                statement.execute("select contact.erase_holdings(700)");
                statement.execute("select contact.erase_holdings(700)");
                killed.commit();
                statement.execute("select contact.erase_holdings(700)");
                killed.rollback();
            }
        }

        JsonObject erased = report(a.tenant()).getJsonObject("erased");

        assertThat(erased.getLong("contact")).isEqualTo(5000);
        assertThat(erased.getLong("contact_identity")).isEqualTo(5000);
        assertThat(HeldRows.of("contact", a.tenant())).isEmpty();
    }

    @Test
    void whatComesLateBringsNothingBack() {
        a.created("{\"name\": \"Lucía\"}");
        try (EventSender tenants = new EventSender();
                Messaging messaging = new Messaging()) {
            erase(tenants, a.tenant());
            report(a.tenant());

            String phone = Api.anyPhone();
            messaging.send(Messaging.messageReceived(
                    a.tenant(), Messaging.onWhatsapp(UUID.randomUUID(), "Late", phone), Instant.now()));
            erase(tenants, a.tenant());
            for (int i = 0; i < 20; i++) {
                messaging.send(Messaging.messageReceived(
                        b.tenant(), Messaging.onWhatsapp(UUID.randomUUID(), "Alive", Api.anyPhone()), Instant.now()));
            }
            await().atMost(PATIENCE)
                    .until(() -> HeldRows.of("contact", b.tenant()).getOrDefault("contact", 0L) == 20);
        }

        assertThat(HeldRows.of("contact", a.tenant())).isEmpty();
    }

    @Test
    void whatWasUnderWayGoesInALaterSweep() {
        try (EventSender tenants = new EventSender()) {
            erase(tenants, a.tenant());
            report(a.tenant());
            fill(a.tenant(), 7);

            tenants.send(
                    HoldingsTopics.INSTALLATION,
                    HoldingsTopics.HOLDINGS_ASKED,
                    a.tenant(),
                    new JsonObject().put("tenantId", a.tenant().toString()).encode());

            await().atMost(PATIENCE).until(() -> told(HoldingsTopics.HOLDINGS_ERASED, a.tenant()) == 2);
        }
        assertThat(HeldRows.of("contact", a.tenant())).isEmpty();
    }

    private static void erase(EventSender tenants, UUID tenant) {
        tenants.send(
                tenant,
                HoldingsTopics.TENANT_ERASED,
                tenant,
                new JsonObject().put("tenantId", tenant.toString()).encode());
    }

    private static List<JsonObject> export(Api api) {
        return api.request()
                .get("/api/v1/tenant-exports/contact")
                .then()
                .statusCode(200)
                .header("Content-Type", org.hamcrest.Matchers.startsWith("application/x-ndjson"))
                .extract()
                .asString()
                .lines()
                .map(JsonObject::new)
                .toList();
    }

    /** As the service does it, which records it. */
    private static void fill(UUID tenant, int contacts) {
        execute("""
                set search_path = contact, public;
                set app.tenant_id = '%1$s';
                with c as (
                  insert into contact.contact (tenant_id, name, name_source)
                  select '%1$s', 'Contact ' || n, 'person' from generate_series(1, %2$d) n returning id
                )
                insert into contact.contact_identity (tenant_id, contact_id, kind, value, address)
                select '%1$s', id, 'telegram', id::text, id::text from c""".formatted(tenant, contacts));
    }

    /** The first word that the tenant is gone here. */
    private static JsonObject report(UUID tenant) {
        await().atMost(PATIENCE).until(() -> told(HoldingsTopics.HOLDINGS_ERASED, tenant) > 0);
        return new JsonObject(payloads(HoldingsTopics.HOLDINGS_ERASED, tenant).getFirst());
    }

    private static int told(String topic, UUID tenant) {
        return payloads(topic, tenant).size();
    }

    private static List<String> payloads(String topic, UUID tenant) {
        List<String> payloads = new ArrayList<>();
        try (Connection superuser = TestDatabase.superuser();
                var query = superuser.prepareStatement(
                        "select payload from contact.event_log where topic = ? and key = ? order by position")) {
            query.setString(1, topic);
            query.setString(2, tenant.toString());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    payloads.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return payloads;
    }

    private static void execute(String sql) {
        try (Connection superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
