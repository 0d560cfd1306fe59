package dev.tertulia.tenant;

import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.contracts.audit.AuditChange;
import dev.tertulia.contracts.audit.AuditRecorded;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.platform.testkit.tenancy.AuditCatalogue;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is changed is recorded with it, by the database, whichever code changed it. */
@QuarkusTest
class AuditCaptureIT {

    @Test
    void everyTableThatPeopleChangeIsRecorded() {
        AuditCatalogue.of("tenant")
                .unrecorded(
                        "tenant_standing",
                        "what tenant-service told of the tenant and its plan, which it records itself")
                .unrecorded("usage_counter", "counts what is recorded where it happens")
                .unrecorded("tenant_usage", "what services tell of their counters")
                .unrecorded("mail", "a queue: what it tells of is recorded with its cause")
                .unrecorded("tenant_export", "that a service gave out its part, which is noted in the audit")
                .unrecorded("audit_entry", "the audit itself")
                .unrecorded("audit_chain", "where the audit's chain ends")
                .unrecorded("administrator_visit", "that an administrator's visit is on record, so that it is once")
                .shown("identity_provider.token_endpoint", "an address that the provider publishes")
                .assertHolds();
    }

    @Test
    void aChangeIsRecordedWithWhoMadeItFromWhere() {
        Organisation acme = organisation();
        String agent = member(acme, "ann@example.test", "agent");
        asOwner(acme)
                .header("X-Forwarded-For", "203.0.113.7")
                .header("User-Agent", "Browser \"of\" Añá")
                .body("{\"role\":\"supervisor\"}")
                .patch("/api/v1/members/" + agent)
                .then()
                .statusCode(200);

        AuditRecorded last = recorded(acme, 6).getLast();

        assertThat(last.actor().type()).isEqualTo("user");
        assertThat(last.actor().memberId()).isNotNull();
        assertThat(last.role()).isEqualTo("owner");
        assertThat(last.ip()).isEqualTo("203.0.113.7");
        assertThat(last.userAgent()).startsWith("Browser \"of\"");
        assertThat(last.changes()).singleElement().satisfies(change -> {
            assertThat(change.action()).isEqualTo("updated");
            assertThat(change.resource().id()).isEqualTo(agent);
            assertThat(change.oldValues()).isEqualTo(Map.of("role", "agent"));
            assertThat(change.newValues()).isEqualTo(Map.of("role", "supervisor"));
        });
    }

    @Test
    void theFoundingOfATenantIsInItsOwnAudit() {
        Organisation acme = organisation();

        List<AuditRecorded> recorded = recorded(acme, 2);

        assertThat(recorded).extracting(AuditRecorded::role).containsOnly("platform_admin");
        assertThat(recorded)
                .flatExtracting(AuditRecorded::changes)
                .extracting(change -> change.action() + " " + change.resource().type())
                .contains("created tenant", "created member");
    }

    @Test
    void secretsAreNotRecorded() {
        Organisation acme = organisation();
        asOwner(acme)
                .body("{\"name\":\"Shop\",\"role\":\"agent\"}")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201);

        List<AuditChange> keys = recorded(acme, 5).stream()
                .flatMap(event -> event.changes().stream())
                .filter(change -> change.resource().type().equals("api-key"))
                .toList();

        assertThat(keys)
                .singleElement()
                .satisfies(change -> assertThat(change.newValues())
                        .containsEntry("hash", "[redacted]")
                        .containsEntry("name", "Shop")
                        .containsKey("createdBy"));
    }

    /** In the order of the changes. */
    private static List<AuditRecorded> recorded(Organisation organisation, int atLeast) {
        return PublishedAudit.await(UUID.fromString(organisation.id()), atLeast).stream()
                .map(json -> EventJson.read(json, AuditRecorded.class))
                .toList();
    }
}
