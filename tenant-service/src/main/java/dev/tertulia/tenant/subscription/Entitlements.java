package dev.tertulia.tenant.subscription;

import dev.tertulia.platform.security.Feature;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.tenant.plan.Plan;
import dev.tertulia.tenant.plan.PlanCatalogue;
import dev.tertulia.tenant.plan.PlanMetric;
import dev.tertulia.tenant.tenant.TenantService;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the unit of work's tenant may use: read, and told when it has changed. */
@ApplicationScoped
public class Entitlements {
    private static final String READ = """
            select s.plan,
                (select jsonb_object_agg(o.metric, o.size) from limit_override o where o.tenant_id = s.tenant_id) as exceptions,
                (select jsonb_object_agg(f.feature, f.enabled) from feature_switch f where f.tenant_id = s.tenant_id) as switches
            from subscription s where s.tenant_id = current_setting('app.tenant_id')::uuid""";
    private static final String LOCK =
            "select from subscription where tenant_id = current_setting('app.tenant_id')::uuid for update";
    private static final String EXCEPT = """
            insert into limit_override (metric, size) values ($1, $2)
            on conflict (tenant_id, metric) do update set size = excluded.size""";
    private static final String NO_LONGER_EXCEPT =
            "delete from limit_override where tenant_id = current_setting('app.tenant_id')::uuid and metric = $1";
    private static final String SWITCH = """
            insert into feature_switch (feature, enabled) values ($1, $2)
            on conflict (tenant_id, feature) do update set enabled = excluded.enabled
            where feature_switch.enabled <> excluded.enabled""";

    private final TenantDatabase database;
    private final PlanCatalogue catalogue;
    private final TenantService tenants;

    Entitlements(TenantDatabase database, PlanCatalogue catalogue, TenantService tenants) {
        this.database = database;
        this.catalogue = catalogue;
        this.tenants = tenants;
    }

    /** As it is in the database; entities that were changed are to be flushed before. */
    public Uni<Entitlement> current() {
        return database.inTransaction(connection -> connection
                .query(READ)
                .execute()
                .map(rows -> entitlement(rows.iterator().next())));
    }

    private Entitlement entitlement(Row row) {
        Plan plan = catalogue.ofTenant(row.getString("plan"));
        JsonObject exceptions = row.getJsonObject("exceptions");
        Map<PlanMetric, Long> limits = new EnumMap<>(PlanMetric.class);
        limits.putAll(plan.limits());
        Set<PlanMetric> excepted = EnumSet.noneOf(PlanMetric.class);
        if (exceptions != null) {
            exceptions
                    .fieldNames()
                    .forEach(name -> PlanMetric.find(name).ifPresent(metric -> {
                        excepted.add(metric);
                        Long size = exceptions.getLong(name);
                        if (size == null) {
                            limits.remove(metric);
                        } else {
                            limits.put(metric, size);
                        }
                    }));
        }
        return new Entitlement(plan, limits, excepted, features(plan, row.getJsonObject("switches")));
    }

    /** Whatever was switched on is off where the plan has it not, and on again in one that has. */
    private static TreeSet<String> features(Plan plan, @Nullable JsonObject switches) {
        TreeSet<String> on = new TreeSet<>();
        for (String feature : plan.features()) {
            boolean byDefault = Feature.ON_BY_DEFAULT.contains(feature);
            if (switches == null ? byDefault : switches.getBoolean(feature, byDefault)) {
                on.add(feature);
            }
        }
        return on;
    }

    /** Tells what it may use from now on, in the transaction under way: who changes something else waits until it ends. */
    Uni<Entitlement> tell() {
        return write(LOCK, Tuple.tuple())
                .chain(this::current)
                .call(now -> tenants.tellOfPlan(now.plan().code(), now.limitsByName(), List.copyOf(now.features())));
    }

    /** @param size null for not limited */
    Uni<Entitlement> except(PlanMetric metric, @Nullable Long size) {
        return write(EXCEPT, Tuple.of(metric.wireName(), size)).chain(this::tell);
    }

    Uni<Entitlement> noLongerExcept(PlanMetric metric) {
        return write(NO_LONGER_EXCEPT, Tuple.of(metric.wireName())).chain(this::tell);
    }

    /** Switches a feature on or off and tells of it; whether the plan has it is the caller's to see to. */
    public Uni<Entitlement> turn(String feature, boolean on) {
        return write(SWITCH, Tuple.of(feature, on)).chain(this::tell);
    }

    private Uni<Void> write(String sql, Tuple values) {
        return database.inTransactionUnderWay(
                connection -> connection.preparedQuery(sql).execute(values).replaceWithVoid());
    }
}
