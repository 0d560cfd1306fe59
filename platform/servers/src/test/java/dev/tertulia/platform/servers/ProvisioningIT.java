package dev.tertulia.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProvisioningIT {

    private static final PostgresServer SERVER = PostgresServer.temporary(PostgresServer.Settings.forTests());
    private static final ServiceRoles FIRST = ServiceRoles.of("first", role -> role + "'s password");
    private static final ServiceRoles SECOND = ServiceRoles.of("second", role -> role + "'s password");

    @BeforeAll
    static void provisionTwice() {
        SERVER.start();
        for (int i = 0; i < 2; i++) {
            Provisioning.database(SERVER, "tertulia").service(FIRST).service(SECOND);
        }
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void theOwnerCreatesInItsSchemaAndHandsFunctionsToTheLookupRole() throws SQLException {
        execute("first_owner", """
                create table thing(tenant_id uuid not null, name text);
                create function things() returns bigint language sql security definer return (select count(*) from thing);
                alter function things() owner to first_lookup;
                """);

        assertThat(query("select schemaname from pg_tables where tablename = 'thing'"))
                .isEqualTo("first");
        assertThat(query("select proowner::regrole::text from pg_proc where proname = 'things'"))
                .isEqualTo("first_lookup");
    }

    @Test
    void theServiceMayNothingUntilItIsGranted() throws SQLException {
        execute("first_owner", "create table secret(id int); create function f() returns int language sql return 1");

        assertDenied("first_service", "select * from secret");
        assertDenied("first_service", "select f()");
        assertDenied("first_service", "create table mine(id int)");
        assertDenied("first_service", "create table public.mine(id int)");
        assertDenied("first_service", "create temp table mine(id int)");
    }

    @Test
    void noServiceReachesAnothersSchema() throws SQLException {
        execute("first_owner", "create table shared(id int); grant select on shared to public");

        assertDenied("second_service", "select * from first.shared");
        assertDenied("second_owner", "select * from first.shared");
    }

    @Test
    void theServicesStatementsAreLimitedInTime() throws SQLException {
        try (var connection = connect("first_service");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select current_setting('statement_timeout'), current_setting('lock_timeout'),"
                                + " current_setting('idle_in_transaction_session_timeout')")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("15s");
            assertThat(rows.getString(2)).isEqualTo("5s");
            assertThat(rows.getString(3)).isEqualTo("30s");
        }
    }

    @Test
    void searchAndExtensionsAreThere() throws SQLException {
        assertThat(query("select bool_and(proleakproof) from pg_proc where proname in"
                        + " ('ts_match_vq', 'texticlike', 'textlike', 'arraycontains')"))
                .isEqualTo("t");
        assertThat(query("select cardinality(show_trgm('王伟国')) > 0")).isEqualTo("t");
        assertThat(query("select unaccent('Ação')")).isEqualTo("Acao");
    }

    private static void assertDenied(String role, String sql) {
        assertThatThrownBy(() -> execute(role, sql))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .isEqualTo("42501");
    }

    private static Connection connect(String role) {
        return SERVER.connect("tertulia", role, role + "'s password");
    }

    private static void execute(String role, String sql) throws SQLException {
        try (var connection = connect(role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String sql) throws SQLException {
        try (var connection = SERVER.superuser("tertulia");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
