package dev.tertulia.contracts.tenant;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a tenant may use is this from now on: said when it is created, and whenever its plan, an exception to it or one of
 * its features changes.
 *
 * @param plan its code
 * @param limits what it may use of each of {@link Metrics}; a metric that is not named is not limited
 * @param features the codes of those that are on
 */
public record TenantPlanChanged(
        UUID tenantId, TenantDetails tenant, String plan, Map<String, Long> limits, List<String> features)
        implements TenantEvent {
    public TenantPlanChanged {
        limits = Map.copyOf(limits);
        features = List.copyOf(features);
    }
}
