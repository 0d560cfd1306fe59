package dev.tertulia.platform.events;

import static dev.tertulia.platform.events.probe.Counting.COUNTED;
import static dev.tertulia.platform.events.probe.Counting.counted;
import static dev.tertulia.platform.events.probe.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.context.RequestId;
import dev.tertulia.platform.events.probe.Counted;
import dev.tertulia.platform.events.probe.Counting;
import dev.tertulia.platform.events.probe.Tables;
import dev.tertulia.platform.events.probe.Topic;
import dev.tertulia.platform.tenancy.SeveralTenants;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.tenancy.TenantIsolationCatalogue;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "probe"))
class OutboxIT {
    private final UUID tenant = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID aggregate = UUID.randomUUID();

    @Inject
    Counting counting;

    @Inject
    Outbox outbox;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    SeveralTenants severalTenants;

    @Test
    void anEventCarriesItsEnvelopeInCloudEventsHeaders() {
        UUID subject = UUID.randomUUID();
        Instant time = Instant.parse("2026-01-02T03:04:05.678901Z");
        OutboxEvent event = OutboxEvent.of(COUNTED, aggregate, 7, new Counted(7, time, null))
                .about(subject)
                .at(time);
        counting.inTransaction(tenant, () -> {
            RequestId.bind("request-7");
            return outbox.append(event);
        });

        try (var topic = new Topic(COUNTED)) {
            await().until(() -> topic.of(tenant).size() == 1);
            ConsumerRecord<String, String> sent = topic.of(tenant).getFirst();
            assertThat(sent.key()).isEqualTo(aggregate.toString());
            assertThat(sent.value()).isEqualTo("{\"number\":7,\"at\":\"2026-01-02T03:04:05.678901Z\"}");
            assertThat(Map.of(
                            "ce_specversion", Topic.header(sent, "ce_specversion"),
                            "ce_type", Topic.header(sent, "ce_type"),
                            "ce_source", Topic.header(sent, "ce_source"),
                            "ce_subject", Topic.header(sent, "ce_subject"),
                            "ce_time", Topic.header(sent, "ce_time"),
                            "ce_tenantid", Topic.header(sent, "ce_tenantid"),
                            "ce_sequence", Topic.header(sent, "ce_sequence"),
                            "ce_requestid", Topic.header(sent, "ce_requestid"),
                            "content-type", Topic.header(sent, "content-type")))
                    .isEqualTo(Map.of(
                            "ce_specversion", "1.0",
                            "ce_type", COUNTED,
                            "ce_source", "/tertulia/probe",
                            "ce_subject", subject.toString(),
                            "ce_time", "2026-01-02T03:04:05.678901Z",
                            "ce_tenantid", tenant.toString(),
                            "ce_sequence", "7",
                            "ce_requestid", "request-7",
                            "content-type", "application/json"));
            assertThat(UUID.fromString(Topic.header(sent, "ce_id")).version()).isEqualTo(7);
        }
    }

    @Test
    void whatRollsBackPublishesNothing() {
        assertThatThrownBy(() -> counting.inTransaction(
                        tenant,
                        () -> outbox.append(counted(COUNTED, aggregate, 1))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("no")))))
                .isInstanceOf(IllegalStateException.class);
        counting.count(tenant, COUNTED, aggregate, 2, 2);

        try (var topic = new Topic(COUNTED)) {
            await().until(() -> !topic.of(tenant).isEmpty());
            assertThat(topic.firstSeen(tenant)).isEqualTo(Map.of(aggregate.toString(), List.of(2L)));
        }
        assertThat(Tables.select("select aggregate_sequence from event_log where tenant_id = ?", tenant))
                .containsExactly("2");
    }

    @Test
    void appendingOutsideATransactionFails() {
        assertThatThrownBy(() -> unitOfWork
                        .as(tenant, () -> outbox.append(counted(COUNTED, aggregate, 1)))
                        .await()
                        .atMost(Duration.ofSeconds(60)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eventsOfSeveralTenantsAreAppendedInOneTransaction() {
        UUID theirs = UUID.randomUUID();
        List<TenantEvent> events = List.of(
                new TenantEvent(tenant, counted(COUNTED, aggregate, 1).causedBy("one")),
                new TenantEvent(tenant, counted(COUNTED, aggregate, 2)),
                new TenantEvent(other, counted(COUNTED, theirs, 1)));
        severalTenants
                .inTransaction(connection -> outbox.appendForSeveralTenants(connection, events))
                .await()
                .atMost(Duration.ofSeconds(60));

        try (var topic = new Topic(COUNTED)) {
            await().until(() -> topic.of(tenant).size() == 2 && topic.of(other).size() == 1);
            assertThat(topic.firstSeen(tenant)).isEqualTo(Map.of(aggregate.toString(), List.of(1L, 2L)));
            assertThat(topic.firstSeen(other)).isEqualTo(Map.of(theirs.toString(), List.of(1L)));
            assertThat(topic.of(tenant).stream().map(record -> Topic.header(record, "ce_requestid")))
                    .containsExactly("one", "");
        }
    }

    @Test
    void theServiceCannotReadTheOutboxAndReadsTheLogOfItsTenantOnly() throws SQLException {
        counting.count(tenant, COUNTED, aggregate, 1, 1);
        await().until(() -> Tables.count("select count(*) from event_log where tenant_id = ?", tenant) == 1);

        try (Connection service = TestDatabase.as("probe_service");
                var statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from outbox"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeUpdate("delete from event_log"))
                    .hasMessageContaining("permission denied");
            statement.execute("select set_config('app.tenant_id', '" + other + "', false)");
            assertThat(statement.executeQuery("select * from event_log").next()).isFalse();
            assertThatThrownBy(() -> statement.executeUpdate(
                            "insert into outbox (tenant_id, topic, key, subject, aggregate_sequence, payload) values ('"
                                    + tenant + "', 'probe.counted', 'k', 's', 1, '{}')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theTablesKeepTenantsApart() {
        TenantIsolationCatalogue.of("probe").assertHolds();
    }

    @Test
    void declaredTopicsAreCreatedWithEqualPartitionCounts() {
        try (var declared = new Topic(Counting.DECLARED);
                var counted = new Topic(COUNTED)) {
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(List.of(declared.partitions(), counted.partitions()))
                            .containsExactly(6, 6));
        }
    }
}
