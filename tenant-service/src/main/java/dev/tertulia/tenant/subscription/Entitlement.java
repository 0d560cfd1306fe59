package dev.tertulia.tenant.subscription;

import dev.tertulia.tenant.plan.Plan;
import dev.tertulia.tenant.plan.PlanMetric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a tenant may use, all told: its plan with the exceptions to it and its features.
 *
 * @param limits a metric that is not in it is not limited
 * @param exceptions those that are otherwise than the plan says
 * @param features codes of those that are on
 */
public record Entitlement(
        Plan plan, Map<PlanMetric, Long> limits, Set<PlanMetric> exceptions, SortedSet<String> features) {
    public Entitlement {
        limits = Collections.unmodifiableMap(limits.isEmpty() ? Map.of() : new EnumMap<>(limits));
        exceptions = Set.copyOf(exceptions);
        features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
    }

    /** By the names that events and counters have. */
    Map<String, Long> limitsByName() {
        return limits.entrySet().stream()
                .collect(Collectors.toMap(limit -> limit.getKey().wireName(), Map.Entry::getValue));
    }
}
