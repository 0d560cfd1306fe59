package dev.tertulia.platform.allowance;

import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the unit of work's tenant may use, and what it uses. Everything is taken in the transaction of its effect, so that
 * both commit or neither does; outside of one each of these fails.
 *
 * <p>A counter is one row, held from here to the end of the transaction: take it as the last thing before the commit, so
 * that it is held for the commit only. Who takes of several metrics takes them in the order of their names, lest two wait
 * for each other.
 */
@ApplicationScoped
public class Allowance {
    private static final String TAKE = "select * from take_usage($1, $2, $3, $4, $5)";
    private static final String GIVE_BACK = "select give_back_usage($1, $2, $3, $4)";

    private static final String LEFT = """
            select (s.limits ->> $1)::bigint as size, coalesce(c.used, 0) as used_now, null::timestamptz as resets_at
            from tenant_standing s left join usage_counter c
                on c.tenant_id = s.tenant_id and c.metric = $1 and c.month = ''
            where s.tenant_id = current_setting('app.tenant_id')::uuid""";

    private final TenantDatabase database;
    private final Clock clock;

    Allowance(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes so much, or fails with {@link AllowanceProblem#LIMIT_REACHED}, which says how much there is and when it begins
     * anew. However many try at once, never more is taken than there is.
     */
    public Uni<Void> reserve(Metric metric, long amount) {
        return take(metric, amount, true)
                .invoke(row -> {
                    if (!row.getBoolean("taken")) {
                        throw refused(metric, amount, row);
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Fails as {@link #reserve} would at this moment and takes nothing: before work whose effect is large and is not the
     * database's. It does not take the place of reserving.
     */
    public Uni<Void> requireRoom(Metric level, long amount) {
        return database.inTransaction(connection -> connection
                .preparedQuery(LEFT)
                .execute(Tuple.of(level.name()))
                .invoke(rows -> rows.forEach(row -> {
                    Long size = row.getLong("size");
                    if (size != null && row.getLong("used_now") + amount > size) {
                        throw refused(level, amount, row);
                    }
                }))
                .replaceWithVoid());
    }

    /** Takes so much, also beyond the limit: for what nobody can refuse, since it has happened. */
    public Uni<Void> count(Metric metric, long amount) {
        return take(metric, amount, false).replaceWithVoid();
    }

    /** Gives back what is there no more. */
    public Uni<Void> release(Metric metric, long amount) {
        return release(metric, amount, clock.instant());
    }

    /** As {@link #release(Metric, long)}, to the month in which it was taken. */
    public Uni<Void> release(Metric metric, long amount, Instant takenAt) {
        return database.inTransactionUnderWay(connection -> connection
                .preparedQuery(GIVE_BACK)
                .execute(Tuple.of(metric.name(), amount, metric.monthly(), time(takenAt)))
                .replaceWithVoid());
    }

    private Uni<Row> take(Metric metric, long amount, boolean refusing) {
        return database.inTransactionUnderWay(connection -> connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(metric.name(), amount, metric.monthly(), time(clock.instant()), refusing))
                .map(rows -> rows.iterator().next()));
    }

    private static ProblemException refused(Metric metric, long amount, Row row) {
        long size = row.getLong("size");
        long used = row.getLong("used_now");
        OffsetDateTime resetsAt = row.getOffsetDateTime("resets_at");
        Map<String, Object> limit = new LinkedHashMap<>();
        limit.put("metric", metric.name());
        limit.put("size", size);
        limit.put("used", used);
        if (resetsAt != null) {
            limit.put("resetsAt", resetsAt.toInstant().toString());
        }
        return ProblemException.of(AllowanceProblem.LIMIT_REACHED, detail(metric, amount, size, used, resetsAt))
                .with("limit", limit);
    }

    private static String detail(Metric metric, long amount, long size, long used, @Nullable OffsetDateTime resetsAt) {
        return "The plan allows %d of %s, %d are used and %d more were asked for. %s or ask for a larger plan."
                .formatted(
                        size,
                        metric.name(),
                        used,
                        amount,
                        resetsAt == null ? "Remove some" : "Wait until " + resetsAt.toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
