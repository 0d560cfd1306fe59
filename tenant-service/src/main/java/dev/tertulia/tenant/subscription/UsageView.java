package dev.tertulia.tenant.subscription;

import dev.tertulia.tenant.plan.PlanMetric;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is used of each limit. */
@Schema(name = "Usage")
record UsageView(@Schema(examples = "starter") String plan, List<MetricUsage> metrics) {

    /** What is used of one limit. */
    @Schema(name = "MetricUsage")
    record MetricUsage(
            @Schema(examples = "agent-messages") PlanMetric metric,

            @Schema(examples = "10000", description = "Absent where it is not limited.") @Nullable
            Long size,

            @Schema(examples = "false") boolean unlimited,
            @Schema(examples = "412") long used,

            @Schema(
                    examples = "0.0412",
                    description =
                            "Of the limit. Above 1 where there is more than the plan allows; absent without a limit.")
            @Nullable
            Double share,

            @Schema(examples = "2026-11", description = "Absent for what is not counted by months.") @Nullable
            String month,

            @Schema(examples = "2026-12-01T05:00:00Z") @Nullable
            Instant resetsAt) {

        private static MetricUsage of(PlanMetric metric, @Nullable Long size, long used, Period period) {
            return new MetricUsage(
                    metric,
                    size,
                    size == null,
                    used,
                    size == null ? null : share(used, size),
                    metric.monthly() ? period.month().toString() : null,
                    metric.monthly() ? period.endsAt() : null);
        }

        private static double share(long used, long size) {
            if (size == 0) {
                return used == 0 ? 0 : 1;
            }
            return Math.round(used * 10_000.0 / size) / 10_000.0;
        }
    }

    static UsageView of(Entitlement entitlement, Map<String, Long> used, Period period) {
        return new UsageView(
                entitlement.plan().code(),
                Arrays.stream(PlanMetric.values())
                        .map(metric -> MetricUsage.of(
                                metric,
                                entitlement.limits().get(metric),
                                used.getOrDefault(metric.wireName(), 0L),
                                period))
                        .toList());
    }
}
