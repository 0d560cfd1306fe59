package dev.tertulia.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.contracts.audit.AuditChange;
import dev.tertulia.contracts.audit.AuditRecorded;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import dev.tertulia.platform.testkit.tenancy.AuditCatalogue;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of contacts is on record, with who did it and without who they are. */
@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class AuditIT {
    private final UUID tenant = UUID.randomUUID();
    private final Api ana = new Api(
            tenant, TestPassports.of(tenant, "supervisor").actorName("Ana").token());

    @Test
    void everyTableThatPeopleChangeIsRecorded() {
        AuditCatalogue.of("contact")
                .unrecorded("contact_activity", "counts who writes when, with each message")
                .unrecorded(
                        "tenant_standing",
                        "what tenant-service told of the tenant and its plan, which it records itself")
                .unrecorded("usage_counter", "counts what is recorded where it happens")
                .assertHolds();
    }

    @Test
    void whatBecomesOfAContactIsOnRecordWithoutWhoItIs() {
        UUID lucia = ana.created("""
                {"name": "Lucía Peña", "language": "es", "tags": ["vip"], "attributes": {"shoe": "Ganso"},
                 "emails": ["lucia@luna.example"]}""");
        ana.patch(lucia, "{\"name\": \"Lucía Prado\", \"blocked\": true, \"attributes\": {\"shoe\": \"Pato\"}}")
                .statusCode(200);
        UUID lucy = ana.created("{\"name\": \"Lucy\", \"phones\": [\"+573104445566\"]}");
        UUID merge = Api.id(ana.merge(lucia, lucy).statusCode(200));
        ana.undo(merge).statusCode(200);
        ana.delete(lucia).statusCode(204);

        List<String> records = PublishedAudit.await(
                tenant,
                published -> published.stream().anyMatch(json -> json.contains("erasedAt"))
                        && told(published, "contact-identity").stream().anyMatch(told -> told.startsWith("deleted ")));

        assertThat(String.join("\n", records))
                .doesNotContain("Lucía", "Lucy", "Peña", "Prado", "luna.example", "573104445566", "Ganso", "Pato");
        assertThat(told(records, "contact"))
                .startsWith("created " + lucia, "updated " + lucia, "created " + lucy)
                .endsWith("updated " + lucia);
        assertThat(told(records, "contact-merge")).startsWith("created " + merge, "updated " + merge);
        assertThat(told(records, "contact-identity").getLast()).startsWith("deleted ");
        AuditChange created = changes(records, "contact").getFirst();
        assertThat(created.newValues())
                .containsEntry("name", "[redacted]")
                .containsEntry("attributes", "[redacted]")
                .containsEntry("language", "es")
                .containsEntry("tags", List.of("vip"));
        AuditChange updated = changes(records, "contact").get(1);
        assertThat(updated.oldValues())
                .isEqualTo(Map.of("name", "[redacted]", "attributes", "[redacted]", "blocked", false));
        assertThat(updated.newValues())
                .isEqualTo(Map.of("name", "[redacted]", "attributes", "[redacted]", "blocked", true));
        assertThat(records(records))
                .allSatisfy(record -> assertThat(record.actor().name()).isEqualTo("Ana"))
                .allSatisfy(record -> assertThat(record.role()).isEqualTo("supervisor"));
    }

    @Test
    void whoWritesForTheFirstTimeIsMadeKnownByTheSystem() {
        UUID pedro = UUID.randomUUID();
        var wrote = Messaging.onWhatsapp(pedro, "Pedro", Api.anyPhone());
        try (var messaging = new Messaging()) {
            messaging.send(Messaging.messageReceived(tenant, wrote, Instant.parse("2026-03-02T15:04:05Z")));
            messaging.send(Messaging.messageReceived(tenant, wrote, Instant.parse("2026-03-02T15:05:05Z")));
        }

        List<String> records = PublishedAudit.await(tenant, 2);

        assertThat(records(records))
                .allSatisfy(record -> assertThat(record.actor().type()).isEqualTo("system"));
        assertThat(told(records, "contact")).containsExactly("created " + pedro);
        // Who writes on WhatsApp under a number has that phone number too.
        assertThat(told(records, "contact-identity")).hasSize(2);
    }

    private static List<String> told(List<String> records, String resource) {
        return changes(records, resource).stream()
                .map(change -> change.action() + " " + change.resource().id())
                .toList();
    }

    private static List<AuditChange> changes(List<String> records, String resource) {
        return records(records).stream()
                .flatMap(record -> record.changes().stream())
                .filter(change -> change.resource().type().equals(resource))
                .toList();
    }

    private static List<AuditRecorded> records(List<String> records) {
        return records.stream()
                .map(json -> EventJson.read(json, AuditRecorded.class))
                .toList();
    }
}
