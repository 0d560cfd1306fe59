package dev.tertulia.tenant.plan;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan as it is shown. */
@Schema(name = "Plan")
record PlanView(
        @Schema(examples = "starter", description = "To choose it by.")
        String code,

        @Schema(examples = "Starter") String name,

        @Schema(examples = "true", description = "Whether a tenant chooses it by itself.")
        boolean selfService,

        @Schema(examples = "90", description = "How many days back the audit can be looked at.")
        int auditDays,

        @Schema(examples = "[\"conversations\",\"sales\"]", description = "The features that can be on.")
        List<String> features,

        List<PlanLimit> limits) {

    /** How much of something it allows. */
    @Schema(name = "PlanLimit")
    record PlanLimit(
            @Schema(examples = "members") PlanMetric metric,

            @Schema(examples = "5", description = "Absent where it is not limited.") @Nullable
            Long size,

            @Schema(examples = "false") boolean unlimited,
            @Schema(examples = "false") boolean monthly) {}

    static PlanView from(Plan plan) {
        return new PlanView(
                plan.code(),
                plan.name(),
                plan.selfService(),
                plan.auditDays(),
                plan.features(),
                Arrays.stream(PlanMetric.values())
                        .map(metric -> {
                            Long size = plan.limits().get(metric);
                            return new PlanLimit(metric, size, size == null, metric.monthly());
                        })
                        .toList());
    }
}
