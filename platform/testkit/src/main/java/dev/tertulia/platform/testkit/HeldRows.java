package dev.tertulia.platform.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a service's tables hold of a tenant, counted by a superuser, whom no policy holds. */
public final class HeldRows {
    private HeldRows() {}

    /** How many rows, by table; tables without any are left out. */
    public static Map<String, Long> of(String service, UUID tenant) {
        return of(TestDatabase.superuser(), service, tenant);
    }

    /** As {@link #of(String, UUID)}, over a connection that is then closed. */
    public static Map<String, Long> of(Connection superuser, String service, UUID tenant) {
        Map<String, Long> counts = new TreeMap<>();
        try (superuser;
                Statement statement = superuser.createStatement()) {
            for (String table : tables(statement, service)) {
                try (var rows = statement.executeQuery(
                        "select count(*) from %s.%s where tenant_id = '%s'".formatted(service, table, tenant))) {
                    rows.next();
                    counts.put(table, rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static List<String> tables(Statement statement, String service) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var rows = statement.executeQuery("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where c.relnamespace = '%s'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                """.formatted(service))) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        if (tables.isEmpty()) {
            throw new IllegalStateException("No tables in " + service);
        }
        return tables;
    }
}
