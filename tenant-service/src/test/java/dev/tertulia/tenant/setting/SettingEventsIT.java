package dev.tertulia.tenant.setting;

import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tertulia.contracts.audit.AuditRecorded;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of what a tenant settles. */
@QuarkusTest
class SettingEventsIT {
    private static final int TENANT_ITS_PLAN_TWO_MEMBERS_THEIR_SIGN_INS_TWO_CHANGES = 8;

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void thoseWhoGoByASettingHearOfItWithAllTheyGoBy() {
        put("conversations.reopen-within", "PT1H");
        put("conversations.reopen-within", "PT60M");
        put("conversations.visibility", "own");
        put("retention.provider-events", "P7D");
        put("timezone", "America/Lima");
        asOwner(acme)
                .delete("/api/v1/settings/conversations.reopen-within")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told())
                        .containsExactly(
                                "3 conversationsReopenWithin {\"conversationsReopenWithin\":\"PT1H\"}",
                                "4 providerEventsKeptFor"
                                        + " {\"conversationsReopenWithin\":\"PT1H\",\"providerEventsKeptFor\":\"P7D\"}",
                                "5 timezone null",
                                "6 conversationsReopenWithin {\"providerEventsKeptFor\":\"P7D\"}"));
    }

    @Test
    void whoSettledWhatIsOnRecordAndThatSomebodyWasSeenIsNot() {
        asNew(acme, "viewer").get("/api/v1/tenant").then().statusCode(200);
        put("conversations.visibility", "own");
        asOwner(acme).delete("/api/v1/settings/conversations.visibility").then().statusCode(200);

        List<AuditRecorded> entries = recorded(TENANT_ITS_PLAN_TWO_MEMBERS_THEIR_SIGN_INS_TWO_CHANGES);

        AuditRecorded settled = entries.get(entries.size() - 2);
        assertThat(settled.role()).isEqualTo("owner");
        assertThat(settled.changes()).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo("created");
            assertThat(change.resource().type()).isEqualTo("setting");
            assertThat(change.resource().id()).isEqualTo("conversations.visibility");
            assertThat(change.newValues()).containsEntry("value", "own");
        });
        assertThat(entries.getLast().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.oldValues()).isEqualTo(Map.of("value", "own")));
        assertThat(entries)
                .flatExtracting(AuditRecorded::changes)
                .allSatisfy(change -> assertThat(change.newValues()).doesNotContainKeys("lastSeenAt", "nameKey"));
    }

    private void put(String key, String value) {
        asOwner(acme)
                .body(new JsonObject().put("value", value).encode())
                .put("/api/v1/settings/" + key)
                .then()
                .statusCode(200);
    }

    private List<AuditRecorded> recorded(int atLeast) {
        return PublishedAudit.await(UUID.fromString(acme.id()), atLeast).stream()
                .map(json -> EventJson.read(json, AuditRecorded.class))
                .toList();
    }

    /** What was published of the tenant after its founding. */
    private List<String> told() throws SQLException {
        try (Connection superuser = TestDatabase.superuser();
                PreparedStatement query = superuser.prepareStatement(
                        "select aggregate_sequence, payload from tenant.event_log where tenant_id = ? and key = ?::text"
                                + " and topic in ('tenant.updated', 'tenant.settings-changed') order by position")) {
            query.setObject(1, UUID.fromString(acme.id()));
            query.setString(2, acme.id());
            List<String> told = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    JsonObject payload = new JsonObject(rows.getString(2));
                    JsonArray changed = payload.getJsonArray("changed");
                    told.add(rows.getLong(1) + " " + changed.getString(0) + " " + payload.getJsonObject("settings"));
                }
            }
            return told;
        }
    }
}
