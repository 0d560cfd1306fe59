package dev.tertulia.tenant.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One plan of the catalogue.
 *
 * @param code its name in requests and events
 * @param selfService whether a tenant may choose it by itself
 * @param auditDays how far back the tenant may look in its audit
 * @param limits a metric that is not in it is not limited
 * @param features codes of those that can be on
 */
public record Plan(
        String code,
        String name,
        boolean selfService,
        int auditDays,
        Map<PlanMetric, Long> limits,
        List<String> features) {
    public Plan {
        limits = Collections.unmodifiableMap(limits.isEmpty() ? Map.of() : new EnumMap<>(limits));
        features = List.copyOf(features);
    }
}
