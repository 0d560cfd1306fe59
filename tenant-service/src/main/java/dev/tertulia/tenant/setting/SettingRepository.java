package dev.tertulia.tenant.setting;

import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the unit of work's tenant has settled, by key. Works in the transaction under way. */
@ApplicationScoped
class SettingRepository {
    private static final String ALL = """
            select key, value::text as value, version, updated_at from setting
            where tenant_id = current_setting('app.tenant_id')::uuid""";
    private static final String VALUE = """
            select value::text as value from setting
            where tenant_id = current_setting('app.tenant_id')::uuid and key = $1""";
    private static final String KEEP = """
            insert into setting (key, value) values ($1, $2::text::jsonb)
            on conflict (tenant_id, key) do update set value = excluded.value, version = setting.version + 1
            returning version, updated_at""";

    private final TenantDatabase database;

    SettingRepository(TenantDatabase database) {
        this.database = database;
    }

    /**
     * A setting as it is kept.
     *
     * @param json null where it went back to the default
     * @param version 0 where it was never set
     */
    record Kept(
            @Nullable String json, int version, @Nullable Instant changedAt) {
        static final Kept NEVER = new Kept(null, 0, null);

        static Kept of(Row row, @Nullable String json) {
            return new Kept(
                    json,
                    row.getInteger("version"),
                    row.getOffsetDateTime("updated_at").toInstant());
        }
    }

    Uni<Map<String, Kept>> all() {
        return database.inTransactionUnderWay(connection -> connection
                .preparedQuery(ALL)
                .execute()
                .map(rows -> {
                    Map<String, Kept> kept = new HashMap<>();
                    rows.forEach(row -> kept.put(row.getString("key"), Kept.of(row, row.getString("value"))));
                    return kept;
                }));
    }

    /** As JSON; null where it is the default. */
    Uni<@Nullable String> value(String key) {
        return database.inTransactionUnderWay(connection -> connection
                .preparedQuery(VALUE)
                .execute(Tuple.of(key))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("value")));
    }

    /** @param json null to go back to the default */
    Uni<Kept> keep(String key, @Nullable String json) {
        return database.inTransactionUnderWay(connection -> connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(key, json))
                .map(rows -> Kept.of(rows.iterator().next(), json)));
    }
}
