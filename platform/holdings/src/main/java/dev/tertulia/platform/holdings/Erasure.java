package dev.tertulia.platform.holdings;

import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.events.RepeatedWork;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Erases tenants for which there is a tombstone: rows in small transactions, files, then a look whether anything is left,
 * and a report. It can end at any moment and goes on where it was; several replicas do no harm to each other. Erased
 * tenants are swept again at ever longer intervals, since something may have been under way.
 */
@ApplicationScoped
class Erasure {
    private static final Logger LOG = Logger.getLogger(Erasure.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);
    private static final int TENANTS_AT_ONCE = 20;
    private static final String FILES = "files";

    private final CrossTenantLookup lookup;
    private final TenantDatabase database;
    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final List<HeldFiles> files;
    private final HoldingsConfig.ErasureConfig config;
    private final String service;
    private final Clock clock;
    private final RepeatedWork work;

    Erasure(
            CrossTenantLookup lookup,
            TenantDatabase database,
            UnitOfWork unitOfWork,
            Outbox outbox,
            @All List<HeldFiles> files,
            HoldingsConfig config,
            EventsConfig events,
            Clock clock) {
        this.lookup = lookup;
        this.database = database;
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.files = files;
        this.config = config.erasure();
        this.service = events.service();
        this.clock = clock;
        this.work = new RepeatedWork("erasure", LONGEST_BACKOFF, this::round);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    /** Something is to be erased: now rather than later. */
    void wake() {
        work.wake();
    }

    private RepeatedWork.Next round() {
        List<UUID> due = tenants(await(lookup.select("tenants_to_sweep", Tuple.of(TENANTS_AT_ONCE))));
        boolean more = false;
        RuntimeException failure = null;
        for (UUID tenant : due) {
            try {
                more |= sweep(tenant);
            } catch (RuntimeException e) {
                // One that cannot go now does not hold up the others.
                LOG.warnf("The tenant %s is still to be erased: %s", tenant, e.toString());
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return more ? RepeatedWork.Next.atOnce() : RepeatedWork.Next.after(config.interval());
    }

    /** Whether it is to be swept again at once. */
    private boolean sweep(UUID tenant) {
        boolean found = false;
        while (true) {
            Long gone = await(eraseSlice(tenant));
            if (gone == null) {
                // Another replica is at it.
                return false;
            }
            if (gone == 0) {
                break;
            }
            found = true;
        }
        for (HeldFiles held : files) {
            while (await(held.erase(tenant)) > 0) {
                found = true;
            }
        }
        Map<String, Long> left = left(tenant);
        boolean clean = !found && left.values().stream().allMatch(count -> count == 0);
        await(unitOfWork.as(
                HoldingsTopics.INSTALLATION,
                () -> database.inTransaction(connection -> note(connection, tenant, clean, left))));
        return !clean;
    }

    private Uni<Long> eraseSlice(UUID tenant) {
        return unitOfWork.as(
                tenant,
                () -> database.inTransaction(connection -> connection
                        .preparedQuery("select erase_holdings($1)")
                        .execute(Tuple.of(config.slice()))
                        .map(rows -> rows.iterator().next().getLong(0))));
    }

    private Map<String, Long> left(UUID tenant) {
        Map<String, Long> left = await(unitOfWork.as(
                tenant,
                () -> database.inTransaction(connection -> connection
                        .preparedQuery("select name, held from count_holdings($1)")
                        .execute(Tuple.of(config.countAtMost()))
                        .map(Erasure::counts))));
        for (HeldFiles held : files) {
            left.merge(FILES, await(held.count(tenant, config.countAtMost())), Long::sum);
        }
        return left;
    }

    private Uni<Void> note(SqlConnection connection, UUID tenant, boolean clean, Map<String, Long> left) {
        String settles = config.settlesAfter().toMillis() + " milliseconds";
        return connection
                .preparedQuery("select * from swept($1, $2, $3::text::interval)")
                .execute(Tuple.of(tenant, !clean, settles))
                .map(rows -> rows.iterator().next())
                .flatMap(row -> row.getBoolean("report")
                        ? report(tenant, row, left)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> report(UUID tenant, Row row, Map<String, Long> left) {
        Map<String, Long> erased = new TreeMap<>();
        JsonObject counts = row.getJsonObject("erased");
        counts.forEach(count -> erased.put(count.getKey(), counts.getLong(count.getKey())));
        Instant now = clock.instant();
        LOG.infof("The tenant %s is erased here, rows: %d", tenant, sum(erased));
        return outbox.append(OutboxEvent.of(
                HoldingsTopics.HOLDINGS_ERASED,
                tenant,
                ChronoUnit.MICROS.between(Instant.EPOCH, now),
                new HoldingsErased(
                        tenant, service, row.getOffsetDateTime("begun").toInstant(), now, erased, left)));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> counts(RowSet<Row> rows) {
        Map<String, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    private static List<UUID> tenants(RowSet<Row> rows) {
        List<UUID> tenants = new ArrayList<>();
        rows.forEach(row -> tenants.add(row.getUUID(0)));
        return tenants;
    }

    private static <T> T await(Uni<T> step) {
        return step.await().atMost(STEP_LIMIT);
    }
}
