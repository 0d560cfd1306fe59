package dev.tertulia.tenant.usage;

import dev.tertulia.contracts.tenant.UsageCounted;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the unit of work's tenant has used. */
@ApplicationScoped
public class UsageCounters {
    private static final String OF_NO_MONTH = "";
    private static final String KEEP = """
            insert into tenant_usage (metric, month, used, sequence, counted_at)
            select c.metric, c.month, c.used, $4, $5 from unnest($1::text[], $2::text[], $3::bigint[]) as c (metric, month, used)
            on conflict (tenant_id, metric, month) do update set used = excluded.used, sequence = excluded.sequence,
                counted_at = excluded.counted_at
            where tenant_usage.sequence < excluded.sequence""";
    private static final String OF_MONTH = """
            select u.metric, u.used from tenant_usage u
            where u.tenant_id = current_setting('app.tenant_id')::uuid and u.month in ('', $1)""";

    private final TenantDatabase database;

    UsageCounters(TenantDatabase database) {
        this.database = database;
    }

    /** In the transaction under way; what was told later is kept. */
    Uni<Void> keep(List<UsageCounted.Counter> counters, long sequence, Instant at) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(
                        counters.stream().map(UsageCounted.Counter::metric).toArray(String[]::new))
                .addArrayOfString(counters.stream()
                        .map(counter -> counter.month() == null ? OF_NO_MONTH : counter.month())
                        .toArray(String[]::new))
                .addArrayOfLong(
                        counters.stream().map(UsageCounted.Counter::used).toArray(Long[]::new))
                .addLong(sequence)
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
        return database.inTransactionUnderWay(
                connection -> connection.preparedQuery(KEEP).execute(columns).replaceWithVoid());
    }

    /** By metric: what there is, and what was used in this month. Services tell it within seconds. */
    public Uni<Map<String, Long>> of(YearMonth month) {
        return database.inTransaction(connection -> connection
                .preparedQuery(OF_MONTH)
                .execute(Tuple.of(month.toString()))
                .map(rows -> {
                    Map<String, Long> used = new HashMap<>();
                    for (Row row : rows) {
                        used.put(row.getString("metric"), row.getLong("used"));
                    }
                    return used;
                }));
    }
}
