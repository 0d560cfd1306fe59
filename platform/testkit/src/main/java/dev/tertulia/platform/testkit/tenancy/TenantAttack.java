package dev.tertulia.platform.testkit.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Puts a row of tenant A into a table and lets the service's role try, as tenant B and as no tenant, to see it, change
 * it, remove it and add another. All in one transaction that is rolled back, in which neither checks nor triggers nor
 * foreign keys stand in the way: row level security alone is to hold.
 */
final class TenantAttack {

    static final String SUBJECT = "attack on ";

    private static final String DENIED = "42501";

    /** No setting, or one that was undone and is an empty text, is no tenant's id. */
    private static final Set<String> WITHOUT_TENANT = Set.of(DENIED, "42704", "22P02");

    private final Connection connection;
    private final String role;
    private final String schema;
    private final String table;
    private final Map<String, String> values;
    private final Set<Violation> violations = new LinkedHashSet<>();
    private final UUID victim = UUID.randomUUID();
    private final UUID attacker = UUID.randomUUID();

    TenantAttack(Connection connection, String service, String table, Map<String, String> values) {
        this.connection = connection;
        this.role = service + "_service";
        this.schema = service;
        this.table = table;
        this.values = values;
    }

    List<Violation> violations() throws SQLException {
        connection.setAutoCommit(false);
        try {
            var target = AttackedTable.read(connection, schema, table, values);
            arrange(target);
            // First, since a setting that was never made fails otherwise than one that was undone.
            attackWithoutTenant(target);
            become(attacker.toString());
            attackAsOther(target);
            become("");
            attackWithoutTenant(target);
            become(victim.toString());
            lookAsOwner(target);
        } catch (SQLException e) {
            complain("cannot be made (give the value that is missing): " + e.getMessage());
        } finally {
            connection.rollback();
        }
        return List.copyOf(violations);
    }

    private void arrange(AttackedTable target) throws SQLException {
        execute("set local lock_timeout = '20s'");
        execute("set local session_replication_role = replica");
        for (String check : target.checks()) {
            execute("alter table %s drop constraint %s".formatted(target.name(), check));
        }
        execute(target.insert(victim));
        execute("set local role " + role);
    }

    private void become(String tenant) throws SQLException {
        execute("select set_config('app.tenant_id', '%s', true)".formatted(tenant));
    }

    private void attackAsOther(AttackedTable target) throws SQLException {
        var denied = Set.of(DENIED);
        expectNothing("sees", denied, "select * from " + target.name());
        expectNothing("changes", denied, change(target));
        expectNothing("removes", denied, "delete from " + target.name());
        expectDenial("adds a row to another tenant", target.insert(victim));
        Outcome own = attempt(target.insert(attacker));
        if (own.worked()) {
            expectDenial(
                    "gives its own row to another tenant",
                    target.insert(attacker),
                    "update %s set tenant_id = '%s'".formatted(target.name(), victim));
        } else if (!DENIED.equals(own.state())) {
            complain("cannot be made: even its own row fails with SQLSTATE " + own.state());
        }
    }

    private void attackWithoutTenant(AttackedTable target) throws SQLException {
        expectNothing("sees without a tenant", WITHOUT_TENANT, "select * from " + target.name());
        expectNothing("changes without a tenant", WITHOUT_TENANT, change(target));
        expectNothing("removes without a tenant", WITHOUT_TENANT, "delete from " + target.name());
        Outcome insert = attempt(target.insert(victim));
        if (insert.worked()) {
            complain("succeeds: %s adds a row without a tenant".formatted(role));
        }
    }

    /** Else what another tenant does not see might just not be there. */
    private void lookAsOwner(AttackedTable target) throws SQLException {
        Outcome outcome = attempt("select * from " + target.name());
        boolean seen = outcome.worked() && outcome.rows() == 1;
        if (!seen && !DENIED.equals(outcome.state())) {
            complain("proves nothing: its tenant does not see the row that was put there");
        }
    }

    private void expectNothing(String deed, Set<String> refusals, String sql) throws SQLException {
        Outcome outcome = attempt(sql);
        if (outcome.worked() && outcome.rows() > 0) {
            complain("succeeds: %s %s another tenant's row".formatted(role, deed));
        } else if (!outcome.worked() && !refusals.contains(outcome.state())) {
            complain("is not stopped by the policy: what %s %s fails with SQLSTATE %s"
                    .formatted(role, deed, outcome.state()));
        }
    }

    private void expectDenial(String deed, String... sql) throws SQLException {
        Outcome outcome = attempt(sql);
        if (outcome.worked()) {
            complain("succeeds: %s %s".formatted(role, deed));
        } else if (!DENIED.equals(outcome.state())) {
            complain("is not stopped by the policy: where %s %s it fails with SQLSTATE %s"
                    .formatted(role, deed, outcome.state()));
        }
    }

    /** Of a column that the role may change, or else of the tenant, which it then may not either. */
    private String change(AttackedTable target) throws SQLException {
        String sql = """
                select quote_ident(attname) from pg_attribute
                where attrelid = '%1$s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                  and attidentity <> 'a' and has_column_privilege('%2$s', attrelid, attnum, 'update')
                order by attname = 'tenant_id', attnum limit 1
                """.formatted(target.name(), role);
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            String column = rows.next() ? rows.getString(1) : "tenant_id";
            return "update %s set %s = default".formatted(target.name(), column);
        }
    }

    /** What the last of the statements does; undone again. */
    private Outcome attempt(String... statements) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            int rows = 0;
            for (String sql : statements) {
                rows = statement.execute(sql) ? count(statement) : statement.getUpdateCount();
            }
            return new Outcome(true, rows, "");
        } catch (SQLException e) {
            return new Outcome(false, 0, String.valueOf(e.getSQLState()));
        } finally {
            connection.rollback(before);
        }
    }

    private static int count(Statement statement) throws SQLException {
        int rows = 0;
        try (var found = statement.getResultSet()) {
            while (found.next()) {
                rows++;
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void complain(String complaint) {
        violations.add(new Violation(SUBJECT + table, complaint));
    }

    private record Outcome(boolean worked, int rows, String state) {}
}
