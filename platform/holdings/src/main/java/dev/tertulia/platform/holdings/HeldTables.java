package dev.tertulia.platform.holdings;

import dev.tertulia.platform.holdings.HeldTable.Key;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What there is to give out of a tenant, as the catalogue has it, and its rows page by page. */
@ApplicationScoped
class HeldTables {
    /** Copies of what stands elsewhere, and the memory of what was done: of use to nobody but the service. */
    static final List<String> LEFT_OUT =
            List.of("event_log", "idempotency_key", "outbox", "outbox_parked", "processed_event");

    private static final String TABLES = """
            select c.relname as name,
              array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  and has_column_privilege(c.oid, a.attnum, 'select') order by a.attnum) as columns,
              array(select a.attname::text from pg_attribute a join pg_type y on y.oid = a.atttypid
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and y.typcategory = 'S') as texts,
              i.indrelid is not null as keyed,
              array(select a.attname::text from unnest(i.indkey) with ordinality as k (column_number, place)
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.column_number
                where a.attname <> 'tenant_id' order by k.place) as keys,
              array(select format_type(a.atttypid, a.atttypmod) from unnest(i.indkey) with ordinality as k (column_number, place)
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.column_number
                where a.attname <> 'tenant_id' order by k.place) as key_types
            from pg_class c
            join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped
            left join pg_index i on i.indrelid = c.oid and i.indisprimary
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> all ($1::text[]) and has_any_column_privilege(c.oid, 'select')
            order by 1""";

    private final TenantDatabase database;
    private final HoldingsConfig.ExportConfig config;

    HeldTables(TenantDatabase database, HoldingsConfig config) {
        this.database = database;
        this.config = config.export();
    }

    /** Some rows as JSON texts, and the key of the last one. */
    record RowPage(List<String> rows, List<String> lastKey) {}

    Uni<List<HeldTable>> all() {
        Tuple leftOut = Tuple.tuple().addArrayOfString(LEFT_OUT.toArray(String[]::new));
        return database.inTransaction(
                connection -> connection.preparedQuery(TABLES).execute(leftOut).map(this::tables));
    }

    private List<HeldTable> tables(RowSet<Row> rows) {
        Set<String> plain = config.plain().orElse(Set.of());
        List<HeldTable> tables = new ArrayList<>();
        rows.forEach(row -> {
            String name = row.getString("name");
            if (!row.getBoolean("keyed")) {
                throw new IllegalStateException("The table " + name + " has no primary key to go by");
            }
            tables.add(HeldTable.of(
                    name,
                    List.of(row.getArrayOfStrings("columns")),
                    Set.of(row.getArrayOfStrings("texts")),
                    keys(row),
                    plain));
        });
        return tables;
    }

    private static List<Key> keys(Row row) {
        String[] names = row.getArrayOfStrings("keys");
        String[] types = row.getArrayOfStrings("key_types");
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            keys.add(new Key(names[i], types[i]));
        }
        return keys;
    }

    /** @param after the last key of the page before; empty for the first page */
    Uni<RowPage> page(HeldTable table, List<String> after) {
        String sql = table.page(
                after.isEmpty(), config.pageRows(), config.pageBytes().asLongValue());
        return database.inTransaction(connection -> connection
                .preparedQuery(sql)
                .execute(Tuple.from(after))
                .map(rows -> page(rows, table.keys().size())));
    }

    private static RowPage page(RowSet<Row> rows, int keys) {
        List<String> texts = new ArrayList<>(rows.size());
        List<String> lastKey = new ArrayList<>();
        for (Row row : rows) {
            texts.add(row.getString(0));
            lastKey.clear();
            for (int i = 1; i <= keys; i++) {
                lastKey.add(row.getString(i));
            }
        }
        return new RowPage(texts, lastKey);
    }
}
