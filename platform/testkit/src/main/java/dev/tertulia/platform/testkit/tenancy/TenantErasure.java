package dev.tertulia.platform.testkit.tenancy;

import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Fills every table of a service with rows of two tenants, each row referring to others wherever it can, erases one tenant
 * with the service's own functions ({@code db/holdings.sql}), and looks as a superuser at what is left. All in one
 * transaction that is rolled back. Nothing needs to be listed for a new table.
 *
 * <pre>{@code TenantErasure.of("messaging").assertErasesOneTenantWhole();}</pre>
 */
public final class TenantErasure {
    private static final int ATTEMPTS = 5;

    /** Another transaction stood in the way: a deadlock, a lock that did not come. */
    private static final Set<String> COLLIDED = Set.of("40P01", "55P03");

    private final String service;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final UUID gone = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    private TenantErasure(String service) {
        this.service = service;
    }

    /** Of the service whose schema was migrated in {@link TestDatabase}. */
    public static TenantErasure of(String service) {
        return new TenantErasure(service);
    }

    /** As {@link TenantIsolationCatalogue#value}. */
    public TenantErasure value(String column, String expression) {
        values.put(column, expression);
        return this;
    }

    /** Fails where a row stays, another tenant's goes, or something goes that no tombstone was set for. */
    public void assertErasesOneTenantWhole() {
        TestServers.provision(service);
        erasesOneTenantWhole(false);
        erasesOneTenantWhole(true);
    }

    /** @param inCircles whether rows of tables that refer to themselves refer to one another, rather than one to another */
    private void erasesOneTenantWhole(boolean inCircles) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = TestDatabase.superuser()) {
                connection.setAutoCommit(false);
                try {
                    attempt(connection, inCircles);
                    return;
                } finally {
                    connection.rollback();
                }
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !COLLIDED.contains(String.valueOf(e.getSQLState()))) {
                    throw new AssertionError("The tenant cannot be erased: " + e.getMessage(), e);
                }
            }
        }
    }

    private void attempt(Connection connection, boolean inCircles) throws SQLException {
        List<String> parentsFirst = column(
                connection,
                "select name from %s.holdings() with ordinality order by ordinality desc".formatted(service));
        arrange(connection, parentsFirst, inCircles);
        Map<String, Long> before = counts(connection, parentsFirst, other);
        require(before.values().stream().allMatch(count -> count > 0), "Not every table has a row: " + before);

        refuseWithoutTombstone(connection);
        letTheLookupRoleDeleteAll(connection, parentsFirst);
        erase(connection);

        Map<String, Long> left = counts(connection, parentsFirst, gone);
        left.values().removeIf(count -> count == 0);
        require(left.isEmpty(), "Rows stay: " + left);
        Map<String, Long> after = counts(connection, parentsFirst, other);
        require(after.equals(before), "Another tenant's rows changed: " + before + " became " + after);
    }

    /** Neither checks nor triggers nor foreign keys stand in the way of the rows; all of them do when they go. */
    private void arrange(Connection connection, List<String> parentsFirst, boolean inCircles) throws SQLException {
        execute(connection, "set local lock_timeout = '20s'");
        execute(
                connection,
                "lock table "
                        + String.join(
                                ", ", parentsFirst.stream().map(this::qualified).toList())
                        + " in access exclusive mode");
        execute(connection, "set local session_replication_role = replica");
        for (String table : parentsFirst) {
            AttackedTable plain = AttackedTable.read(connection, service, table, values);
            for (String check : plain.checks()) {
                execute(connection, "alter table %s drop constraint %s".formatted(plain.name(), check));
            }
            for (UUID tenant : List.of(gone, other)) {
                become(connection, tenant);
                execute(connection, referring(connection, table, tenant, false).insert(tenant));
                if (refersToItself(connection, table)) {
                    execute(
                            connection,
                            referring(connection, table, tenant, true).insert(tenant));
                    if (inCircles) {
                        closeCircle(connection, table);
                    }
                }
            }
        }
        execute(connection, "set local session_replication_role = origin");
    }

    /** The table with its foreign keys filled by rows that are there. */
    private AttackedTable referring(Connection connection, String table, UUID tenant, boolean toItself)
            throws SQLException {
        Map<String, String> all = new LinkedHashMap<>(values);
        String keys = """
                select f.attname, k.confrelid::regclass, t.attname, k.confrelid = k.conrelid
                from pg_constraint k
                cross join unnest(k.conkey, k.confkey) as c (referring, referred)
                join pg_attribute f on f.attrelid = k.conrelid and f.attnum = c.referring
                join pg_attribute t on t.attrelid = k.confrelid and t.attnum = c.referred
                where k.conrelid = '%s'::regclass and k.contype = 'f' and k.conparentid = 0 and f.attname <> 'tenant_id'
                """.formatted(qualified(table));
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(keys)) {
            while (rows.next()) {
                if (!rows.getBoolean(4) || toItself) {
                    all.put(
                            table + "." + rows.getString(1),
                            "(select \"%s\" from %s where tenant_id = '%s' limit 1)"
                                    .formatted(rows.getString(3), rows.getString(2), tenant));
                }
            }
        }
        return AttackedTable.read(connection, service, table, all);
    }

    /** Every row refers to another than itself by each of its keys. */
    private void closeCircle(Connection connection, String table) throws SQLException {
        List<String> changes = column(connection, """
                select format('update %%s t set %%s where true', k.conrelid::regclass, string_agg(format(
                  '%%I = (select o.%%I from %%s o where o.tenant_id = t.tenant_id and o.ctid <> t.ctid limit 1)',
                  f.attname, r.attname, k.conrelid::regclass), ', '))
                from pg_constraint k
                cross join unnest(k.conkey, k.confkey) as c (referring, referred)
                join pg_attribute f on f.attrelid = k.conrelid and f.attnum = c.referring
                join pg_attribute r on r.attrelid = k.confrelid and r.attnum = c.referred
                where k.conrelid = '%s'::regclass and k.confrelid = k.conrelid and k.contype = 'f' and f.attname <> 'tenant_id'
                group by k.oid, k.conrelid
                """.formatted(qualified(table)));
        for (String change : changes) {
            execute(connection, change);
        }
    }

    private boolean refersToItself(Connection connection, String table) throws SQLException {
        return !column(
                        connection,
                        "select conname from pg_constraint where contype = 'f' and conrelid = confrelid and conrelid = '"
                                + qualified(table) + "'::regclass")
                .isEmpty();
    }

    private void refuseWithoutTombstone(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        asService(connection, gone);
        boolean refused = false;
        try {
            execute(connection, "select %s.erase_holdings(1000)".formatted(service));
        } catch (SQLException e) {
            refused = "42501".equals(e.getSQLState());
        }
        connection.rollback(before);
        require(refused, "Rows go although no tombstone stands");
    }

    /** Whatever a function of the lookup role may do wrong, it takes no other tenant's rows. */
    private void letTheLookupRoleDeleteAll(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            long before = count(connection, table, other);
            Savepoint untouched = connection.setSavepoint();
            execute(connection, "set local session_replication_role = replica");
            become(connection, gone);
            execute(connection, "set local role %s_lookup".formatted(service));
            execute(connection, "delete from " + qualified(table));
            execute(connection, "reset role");
            long rest = count(connection, table, other);
            connection.rollback(untouched);
            require(rest == before, "The lookup role deletes rows of another tenant in " + table);
        }
    }

    /** In slices so small that each ends in the middle of something. */
    private void erase(Connection connection) throws SQLException {
        asService(connection, gone);
        execute(connection, "select %s.erase_tenant('%s')".formatted(service, gone));
        while (number(connection, "select %s.erase_holdings(3)".formatted(service)) > 0) {
            execute(connection, "set constraints all immediate");
        }
        List<String> counted =
                column(connection, "select name from %s.count_holdings(10) where held > 0".formatted(service));
        require(counted.isEmpty(), "The scanner finds rows in " + counted);
        execute(connection, "reset role");
    }

    private void asService(Connection connection, UUID tenant) throws SQLException {
        become(connection, tenant);
        execute(connection, "set local role %s_service".formatted(service));
        execute(connection, "set local search_path = %s, public".formatted(service));
    }

    private static void become(Connection connection, UUID tenant) throws SQLException {
        execute(connection, "select set_config('app.tenant_id', '%s', true)".formatted(tenant));
    }

    private Map<String, Long> counts(Connection connection, List<String> tables, UUID tenant) throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (String table : tables) {
            counts.put(table, count(connection, table, tenant));
        }
        return counts;
    }

    private long count(Connection connection, String table, UUID tenant) throws SQLException {
        return number(connection, "select count(*) from %s where tenant_id = '%s'".formatted(qualified(table), tenant));
    }

    private String qualified(String table) {
        return service + "." + table;
    }

    private List<String> column(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new AssertionError(complaint);
        }
    }
}
