package dev.tertulia.tenant.member;

import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The database holds it, whatever the code does: as the service's own role, without the service. */
@QuarkusTest
class OneOwnerIT {

    @Test
    void aSecondOwnerIsRefused() {
        Organisation acme = organisation();
        String agent = member(acme, "agent@example.test", "agent");

        assertThatThrownBy(() -> in(acme, "update member set role = 'owner' where id = '" + agent + "'"))
                .hasMessageContaining("member_owner");
    }

    @Test
    void aTenantWithoutOwnerIsRefused() {
        Organisation acme = organisation();

        assertThatThrownBy(() -> in(acme, "update member set role = 'admin' where role = 'owner'"))
                .hasMessageContaining("exactly one owner");
    }

    @Test
    void aNewTenantWithoutOwnerIsRefused() {
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> in(
                        new Organisation(id.toString(), "", ""),
                        "insert into tenant (slug, name, country) values ('t-%s', 'x', 'CO')"
                                .formatted(id.toString().substring(0, 8))))
                .hasMessageContaining("exactly one owner");
    }

    @Test
    void anOwnerIsActive() {
        Organisation acme = organisation();

        assertThatThrownBy(() -> in(acme, "update member set active = false where role = 'owner'"))
                .hasMessageContaining("member_check");
    }

    @Test
    void ownershipIsHandedOverInOneTransaction() throws SQLException {
        Organisation acme = organisation();
        String heir = member(acme, "heir@example.test", "admin");

        in(acme, handOver(heir));

        assertThat(owners(acme)).containsExactly(heir);
    }

    @Test
    void fiftyHandOversAtOnceLeaveOneOwner() throws SQLException {
        Organisation acme = organisation();
        List<String> heirs = IntStream.range(0, 10)
                .mapToObj(i -> member(acme, "heir" + i + "@example.test", "admin"))
                .toList();

        IntStream.range(0, 50).parallel().forEach(i -> {
            try {
                in(acme, handOver(heirs.get(i % heirs.size())));
            } catch (SQLException lostTheRace) {
                // Some do: what counts is what is left.
            }
        });

        assertThat(owners(acme)).hasSize(1).isSubsetOf(heirs);
    }

    private static String handOver(String heir) {
        return "update member set role = 'admin' where role = 'owner'; update member set role = 'owner' where id = '%s'"
                .formatted(heir);
    }

    private static List<String> owners(Organisation organisation) throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select id from tenant.member where role = 'owner' and tenant_id = '"
                        + organisation.id() + "'")) {
            var owners = new java.util.ArrayList<String>();
            while (rows.next()) {
                owners.add(rows.getString(1));
            }
            return owners;
        }
    }

    private static void in(Organisation organisation, String sql) throws SQLException {
        try (Connection connection = TestDatabase.as("tenant_service")) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select set_config('app.tenant_id', '" + organisation.id() + "', true)");
                statement.execute(sql);
            }
            connection.commit();
        }
    }
}
