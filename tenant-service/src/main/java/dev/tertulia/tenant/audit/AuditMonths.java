package dev.tertulia.tenant.audit;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The months for which there is a partition. Functions of the database make and drop them, since the service owns no
 * table; replicas that want the same at the same time wait for each other.
 */
@ApplicationScoped
class AuditMonths {
    private static final String MAKE = "select make_audit_month($1)";

    private final CrossTenantLookup acrossTenants;
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

    AuditMonths(CrossTenantLookup acrossTenants) {
        this.acrossTenants = acrossTenants;
    }

    /** Sees to it, in the transaction under way, that an entry of this time has where to go. */
    Uni<Void> require(SqlConnection connection, Instant time) {
        YearMonth month = YearMonth.from(time.atOffset(ZoneOffset.UTC));
        if (known.contains(month)) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(MAKE)
                .execute(Tuple.of(month.atDay(1)))
                .invoke(rows -> {
                    // What this transaction made is only there once it commits.
                    if (!rows.iterator().next().getBoolean(0)) {
                        known.add(month);
                    }
                })
                .replaceWithVoid();
    }

    /** Makes those from the first to the last that are not there. */
    Uni<Void> make(YearMonth first, YearMonth last) {
        return Multi.createFrom()
                .items(Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1)))
                .onItem()
                .transformToUniAndConcatenate(
                        month -> acrossTenants.select("make_audit_month", Tuple.of(month.atDay(1))))
                .onItem()
                .ignoreAsUni();
    }

    /** @param mayGo whether the database would let it be dropped, by its own clock */
    record Present(YearMonth month, boolean mayGo) {}

    /** Oldest first. */
    Uni<List<Present>> present() {
        return acrossTenants
                .select("audit_months", Tuple.tuple())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Present(YearMonth.from(row.getLocalDate("month")), row.getBoolean("may_go")))
                        .toList());
    }

    /** False where it must not go yet: some chain reaches into it, or it is not old enough for anybody. */
    Uni<Boolean> drop(YearMonth month) {
        return acrossTenants
                .select("drop_audit_month", Tuple.of(month.atDay(1)))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .invoke(dropped -> known.remove(month));
    }
}
