package dev.tertulia.contact.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Among many contacts each list is read by the index that was made for it, in spite of row level security. */
@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class ContactListPlanIT {
    private static final int CONTACTS = 20_000;
    private static @Nullable UUID tenant;

    @BeforeEach
    void manyContacts() throws SQLException {
        if (tenant != null) {
            return;
        }
        UUID created = UUID.randomUUID();
        try (Connection connection = TestDatabase.as("contact_service")) {
            connection.setAutoCommit(false);
            enter(connection, created);
            execute(connection, """
                    insert into contact (id, name, name_source, tags, blocked, created_at)
                    select uuidv7(), 'Contact ' || md5(n::text), 'person',
                      case when n %% 500 = 0 then '{rare}'::text[] else '{}' end, n %% 400 = 0, now() - n * interval '1 minute'
                    from generate_series(1, %d) n""".formatted(CONTACTS));
            execute(connection, """
                    insert into contact_identity (contact_id, kind, value, address)
                    select id, 'phone', phone, phone
                    from (select id, '+57310' || lpad((row_number() over ())::text, 7, '0') as phone from contact) c""");
            execute(connection, """
                    insert into contact_activity (contact_id, last_interaction_at, interaction_count)
                    select id, now() - random() * interval '90 days', 1 from contact""");
            connection.commit();
        }
        try (Connection connection = TestDatabase.superuser()) {
            execute(connection, "vacuum analyze contact.contact, contact.contact_identity, contact.contact_activity");
        }
        tenant = created;
    }

    @Test
    void eachSortWalksItsIndex() throws SQLException {
        assertThat(plan("", List.of(), null, ContactSort.NAME, null)).contains("contact_by_name");
        assertThat(plan("", List.of(), null, ContactSort.CREATION, null)).contains("contact_by_creation");
        assertThat(plan("", List.of(), null, ContactSort.LAST_INTERACTION, null))
                .contains("contact_by_activity");
    }

    @Test
    void aLaterPageBeginsInTheIndex() throws SQLException {
        String cursor = ContactSort.NAME.places.cursor("contact 7", UUID.randomUUID());
        assertThat(plan("", List.of(), null, ContactSort.NAME, cursor))
                .contains("contact_by_name")
                .containsPattern("Index Cond: .*ROW\\(name_key, id\\) > ");
        String later = ContactSort.LAST_INTERACTION.places.cursor(Instant.EPOCH, UUID.randomUUID());
        assertThat(plan("", List.of(), null, ContactSort.LAST_INTERACTION, later))
                .contains("contact_by_activity")
                .containsPattern("Index Cond: .*ROW\\(last_interaction_at, contact_id\\) < ");
    }

    @Test
    void wordsAndNumbersAreLookedUp() throws SQLException {
        assertThat(plan("9a1158154", List.of(), null, ContactSort.NAME, null)).contains("contact_search");
        assertThat(plan("+57 310 0012345", List.of(), null, ContactSort.LAST_INTERACTION, null))
                .contains("contact_search");
        assertThat(plan("zz", List.of(), null, ContactSort.NAME, null)).contains("contact_search");
    }

    @Test
    void tagsAndBlockedOnesAreLookedUp() throws SQLException {
        assertThat(plan("", List.of("rare"), null, ContactSort.NAME, null)).contains("contact_tags");
        assertThat(plan("", List.of(), true, ContactSort.NAME, null)).contains("contact_blocked");
    }

    /** As the service would run it, with the words known to the planner. */
    private static String plan(
            String q, List<String> tags, @Nullable Boolean blocked, ContactSort sort, @Nullable String after)
            throws SQLException {
        ContactRepository.Statement statement = ContactRepository.statement(
                new ContactQuery(SearchTerms.of(q), tags, blocked, sort), new PageRequest(50, after));
        String values = IntStream.range(0, statement.parameters().size())
                .mapToObj(place -> literal(statement.parameters().getValue(place)))
                .collect(Collectors.joining(", "));
        try (Connection connection = TestDatabase.as("contact_service")) {
            connection.setAutoCommit(false);
            enter(connection, java.util.Objects.requireNonNull(tenant));
            execute(connection, "set local plan_cache_mode = force_custom_plan");
            execute(connection, "prepare listed as " + statement.sql());
            List<String> lines = new ArrayList<>();
            try (var query = connection.createStatement();
                    var rows = query.executeQuery("explain (costs off) execute listed(" + values + ")")) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            assertThat(lines).noneMatch(line -> line.contains("Seq Scan"));
            return String.join("\n", lines);
        }
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Integer number -> number.toString();
            case String[] texts -> "'{" + String.join(",", texts) + "}'";
            default -> "'" + value + "'";
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
