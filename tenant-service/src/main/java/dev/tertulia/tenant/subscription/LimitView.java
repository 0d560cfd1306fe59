package dev.tertulia.tenant.subscription;

import dev.tertulia.tenant.plan.PlanMetric;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much of something a tenant may use.
 *
 * @param exception whether it is otherwise than the plan says
 */
@Schema(name = "Limit")
record LimitView(
        @Schema(examples = "members") PlanMetric metric,

        @Schema(examples = "5", description = "Absent where it is not limited.") @Nullable
        Long size,

        @Schema(examples = "false") boolean unlimited,
        @Schema(examples = "false") boolean exception) {

    static List<LimitView> of(Entitlement entitlement) {
        return Arrays.stream(PlanMetric.values())
                .map(metric -> {
                    Long size = entitlement.limits().get(metric);
                    return new LimitView(
                            metric, size, size == null, entitlement.exceptions().contains(metric));
                })
                .toList();
    }
}
