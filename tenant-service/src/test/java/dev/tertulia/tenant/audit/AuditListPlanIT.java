package dev.tertulia.tenant.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of the audit costs the same however many entries there are, as the plans show: none sorts, none reads all. */
@QuarkusTest
class AuditListPlanIT {
    private static final int ENTRIES = Integer.getInteger("audit.plan.entries", 20_000);
    private static final UUID ACTOR = UUID.fromString("0199b0c4-5d2e-7a31-8e4b-1f6a2c9d7b50");
    private static @Nullable UUID tenant;

    @BeforeEach
    void manyEntries() throws SQLException {
        if (tenant != null) {
            return;
        }
        UUID created = UUID.randomUUID();
        for (UUID one : List.of(created, UUID.randomUUID(), UUID.randomUUID())) {
            insert(one);
        }
        try (Connection connection = TestDatabase.superuser()) {
            execute(connection, "vacuum analyze tenant.audit_entry");
        }
        tenant = created;
    }

    private static void insert(UUID one) throws SQLException {
        try (Connection connection = TestDatabase.as("tenant_service")) {
            connection.setAutoCommit(false);
            enter(connection, one);
            execute(connection, "set local statement_timeout = 0");
            // Through three months; one in fifty by one of ten people, one in a thousand something rare.
            execute(connection, """
                    insert into audit_entry (sequence, recorded_at, happened_at, event_id, service, request_id, actor_type,
                        actor_id, actor_name, action, resource_type, resource_id, new_values, key_version, content_code,
                        previous_code, code)
                    select n, now() + n * (interval '50 days' / %1$d), now() - (%1$d - n) * (interval '90 days' / %1$d),
                        gen_random_uuid(), 'messaging', 'request-' || n / 10,
                        case when n %% 50 = 0 then 'user' else 'system' end,
                        case when n %% 500 = 0 then '%2$s'::uuid when n %% 50 = 0 then gen_random_uuid() end, 'Ana',
                        case when n %% 1000 = 0 then 'exported' when n %% 3 = 0 then 'updated' else 'created' end,
                        case when n %% 997 = 0 then 'api-key' when n %% 2 = 0 then 'message' else 'conversation' end,
                        'thing-' || n / 20, '{"status":"delivered"}', 1, sha256('1'), sha256('2'), sha256('3')
                    from generate_series(1, %1$d) n""".formatted(ENTRIES, ACTOR));
            connection.commit();
        }
    }

    @Test
    void withoutAFilterItWalksTheTime() throws SQLException {
        assertThat(plan(filter -> {}, null)).contains("happened_at_sequence_idx");
        String cursor = AuditQuery.NEWEST_FIRST.cursor(Instant.now().minus(9, ChronoUnit.DAYS), 7L);
        assertThat(plan(filter -> {}, cursor)).containsPattern("Index Cond: .*ROW\\(.*happened_at, .*sequence\\) < ");
    }

    @Test
    void eachFilterWalksItsOwnIndex() throws SQLException {
        assertThat(plan(filter -> filter.actor = ACTOR, null)).containsPattern("Index Cond: .*actor_id = ");
        assertThat(plan(filter -> filter.actorType = "user", null)).contains("actor_type_happened_at");
        assertThat(plan(filter -> filter.action = "exported", null)).contains("action_happened_at");
        assertThat(plan(filter -> filter.resourceType = "api-key", null)).contains("resource_type_happened_at");
        assertThat(plan(filter -> filter.resourceId = "thing-7", null)).contains("resource_id_happened_at");
        assertThat(plan(filter -> filter.requestId = "request-7", null)).contains("request_id_happened_at");
    }

    @Test
    void whatNearlyAllEntriesAreWalksTheTime() throws SQLException {
        assertThat(plan(filter -> filter.actorType = "system", null)).contains("happened_at_sequence_idx");
        assertThat(plan(filter -> filter.action = "created", null)).contains("happened_at_sequence_idx");
    }

    /** As the service runs it once it has done so often: one plan for all arguments. */
    private static String plan(Consumer<AuditFilter> wanted, @Nullable String after) throws SQLException {
        AuditFilter filter = new AuditFilter();
        wanted.accept(filter);
        AuditQuery query = AuditQuery.of(
                filter,
                Instant.now().minus(365, ChronoUnit.DAYS),
                after == null ? null : AuditQuery.NEWEST_FIRST.parse(after),
                51);
        String values = IntStream.range(0, query.arguments().size())
                .mapToObj(place -> "'" + query.arguments().getValue(place) + "'")
                .collect(Collectors.joining(", "));
        String types = IntStream.range(0, query.arguments().size())
                .mapToObj(place -> type(query.arguments().getValue(place)))
                .collect(Collectors.joining(", "));
        try (Connection connection = TestDatabase.as("tenant_service")) {
            connection.setAutoCommit(false);
            enter(connection, Objects.requireNonNull(tenant));
            execute(connection, "set local plan_cache_mode = force_generic_plan");
            execute(connection, "prepare listed (" + types + ") as " + query.sql());
            List<String> lines = new ArrayList<>();
            try (var explain = connection.createStatement();
                    var rows = explain.executeQuery(
                            "explain (analyze, costs off, timing off) execute listed(" + values + ")")) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            assertThat(lines).noneMatch(line -> line.contains("Seq Scan on audit") || line.contains("Sort  ("));
            return String.join("\n", lines);
        }
    }

    private static String type(Object value) {
        return switch (value) {
            case Long number -> "bigint";
            case UUID id -> "uuid";
            case String text -> "text";
            default -> "timestamptz";
        };
    }

    private static void enter(Connection connection, UUID tenantId) throws SQLException {
        execute(connection, "select set_config('app.tenant_id', '" + tenantId + "', true)");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
