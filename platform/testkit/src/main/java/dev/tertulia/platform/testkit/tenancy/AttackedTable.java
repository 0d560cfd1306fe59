package dev.tertulia.platform.testkit.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A table with tenant_id, and how a row of it is made out of nothing but its columns' types. */
record AttackedTable(String name, Map<String, String> required, List<String> checks) {

    static List<String> names(Connection connection, String schema) throws SQLException {
        return list(connection, """
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                where c.relnamespace = '%s'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                order by 1
                """.formatted(schema));
    }

    /** @param values expressions for columns, as {@code table.column}, that go before what the type says */
    static AttackedTable read(Connection connection, String schema, String name, Map<String, String> values)
            throws SQLException {
        var required = new LinkedHashMap<String, String>();
        String columns = """
                select a.attname, t.typcategory, format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null),
                       case when a.atttypmod > 4 and t.typcategory = 'S' then a.atttypmod - 4 else 8 end as length,
                       (select format('%%L', enumlabel) from pg_enum where enumtypid = t.oid order by enumsortorder limit 1)
                from pg_attribute a join pg_type t on t.oid = a.atttypid
                where a.attrelid = '%s.%s'::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'tenant_id'
                  and a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = ''
                """.formatted(schema, name);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(columns)) {
            while (rows.next()) {
                String expression = rows.getString(5) != null
                        ? rows.getString(5)
                        : expression(rows.getString(2).charAt(0), rows.getString(3), rows.getInt(4));
                required.put(rows.getString(1), expression);
            }
        }
        values.forEach((column, expression) -> {
            if (column.startsWith(name + ".")) {
                required.put(column.substring(name.length() + 1), expression);
            }
        });
        return new AttackedTable(schema + "." + name, required, list(connection, """
                        select quote_ident(conname) from pg_constraint
                        where conrelid = '%s.%s'::regclass and contype = 'c'
                        """.formatted(schema, name)));
    }

    String insert(UUID tenant) {
        var columns = required.keySet().stream().map(column -> ", \"" + column + "\"");
        var expressions = required.values().stream().map(expression -> ", " + expression);
        return "insert into %s (tenant_id%s) values ('%s'%s)"
                .formatted(
                        name, columns.collect(Collectors.joining()), tenant, expressions.collect(Collectors.joining()));
    }

    /** Random where it can be, so that no row meets another's unique key. */
    private static String expression(char category, String type, int length) {
        return switch (category) {
            case 'S' -> "left(md5(random()::text), %d)".formatted(length);
            case 'N' -> type.equals("smallint") ? "(random() * 30000)::smallint" : "(random() * 1e9)::" + type;
            case 'B' -> "true";
            case 'D' -> type.startsWith("time") && !type.startsWith("timestamp") ? "localtime" : "now()";
            case 'T' -> "interval '1 hour'";
            case 'A' -> "'{}'";
            case 'I' -> "'127.0.0.1'";
            case 'R' -> "'empty'";
            default -> ofNamedType(type);
        };
    }

    private static String ofNamedType(String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "json", "jsonb" -> "'{}'";
            case "bytea" -> "'\\x00'";
            default -> "''";
        };
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
