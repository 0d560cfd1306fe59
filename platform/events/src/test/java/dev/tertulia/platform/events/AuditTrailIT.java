package dev.tertulia.platform.events;

import static dev.tertulia.platform.events.probe.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.platform.context.CurrentActor;
import dev.tertulia.platform.events.probe.Counting;
import dev.tertulia.platform.events.probe.Tables;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "probe"))
class AuditTrailIT {
    private final UUID tenant = UUID.randomUUID();

    @Inject
    Counting counting;

    @Inject
    AuditTrail trail;

    @Inject
    TenantDatabase database;

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void whatChangesNoRowIsRecordedInTheShapeOfEveryEntry() {
        counting.inTransaction(tenant, () -> trail.note("exported", "tenant", "t-1", Map.of("rows", 3)));

        assertThat(recorded())
                .isEqualTo(EventJson.tree(
                        "{\"actor\":{\"type\":\"system\"},\"changes\":[{\"action\":\"exported\",\"newValues\":{\"rows\":3},"
                                + "\"resource\":{\"id\":\"t-1\",\"type\":\"tenant\"}}]}"));
    }

    @Test
    void itIsNotedAsDoneByWhoeverActsInTheUnitOfWork() {
        unitOfWork
                .as(tenant, () -> {
                    CurrentActor.bind("{\"actor\":{\"type\":\"user\",\"name\":\"Añá \\\"A\\\"\"},\"role\":\"owner\"}");
                    return unitOfWork.as(tenant, this::noteSignOut);
                })
                .await()
                .atMost(Duration.ofSeconds(60));

        JsonNode event = recorded();
        assertThat(event.at("/actor/name").asText()).isEqualTo("Añá \"A\"");
        assertThat(event.at("/role").asText()).isEqualTo("owner");
        assertThat(event.at("/changes/0").has("newValues")).isFalse();
    }

    private Uni<Void> noteSignOut() {
        return database.inTransaction(connection -> trail.note("signed-out", "member", "m-1", Map.of()));
    }

    @Test
    void whatRollsBackIsNotNoted() {
        assertThatThrownBy(() -> counting.inTransaction(
                        tenant,
                        () -> trail.note("first", "tenant", "t-1", Map.of())
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("no")))))
                .isInstanceOf(IllegalStateException.class);
        counting.inTransaction(tenant, () -> trail.note("second", "tenant", "t-1", Map.of()));

        assertThat(recorded().at("/changes/0/action").asText()).isEqualTo("second");
    }

    @Test
    void notingOutsideATransactionFails() {
        assertThatThrownBy(() -> unitOfWork
                        .as(tenant, () -> trail.note("signed-out", "member", "m-1", Map.of()))
                        .await()
                        .atMost(Duration.ofSeconds(60)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theEventLogThatClientsResumeFromHasNoneOfIt() {
        counting.inTransaction(tenant, () -> trail.note("exported", "tenant", "t-1", Map.of()));
        counting.count(tenant, Counting.COUNTED, UUID.randomUUID(), 1, 1);
        recorded();

        await().until(() -> !logged().isEmpty());
        assertThat(logged()).containsExactly(Counting.COUNTED);
        assertThat(Tables.count(
                        "select max(position) - count(*) - (select pruned_to from event_log_head) from event_log"))
                .isZero();
    }

    private List<String> logged() {
        return Tables.select("select topic from event_log where tenant_id = ?", tenant);
    }

    /** The only one that there is. */
    private JsonNode recorded() {
        List<String> records = PublishedAudit.await(tenant, 1);
        assertThat(records).hasSize(1);
        return EventJson.tree(records.getFirst());
    }
}
