package dev.tertulia.tenant.subscription;

import dev.tertulia.tenant.plan.PlanMetric;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.tenant.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription as it is shown. */
@Schema(name = "Subscription")
record SubscriptionView(
        @Schema(examples = "starter") String plan,
        @Schema(examples = "active") TenantStatus status,

        @Schema(description = "When the trial ends and the plan of those begins who have not chosen another.") @Nullable
        Instant trialEndsAt,

        Period period,

        @Schema(description = "What comes next, if anything does.") @Nullable
        Scheduled scheduled,

        @Schema(description = "Since when a payment is due.") @Nullable
        Instant pastDueSince,

        @Schema(description = "When the tenant is suspended if the payment is still due by then.") @Nullable
        Instant suspendAt,

        List<LimitView> limits,

        @Schema(
                examples = "[\"members\"]",
                description = "What there is more of than the plan allows. It stays, and nothing is added to it.")
        List<PlanMetric> beyond) {

    /** What comes next. */
    @Schema(name = "ScheduledChange")
    record Scheduled(
            @Schema(examples = "free", description = "Absent where the subscription ends.") @Nullable
            String plan,

            @Schema(examples = "2026-12-01T05:00:00Z") Instant at) {}

    static SubscriptionView of(
            Subscription subscription,
            TenantView tenant,
            Entitlement entitlement,
            List<PlanMetric> beyond,
            Period period,
            Duration grace) {
        Instant scheduledAt = subscription.scheduledAt;
        boolean pastDue = tenant.status() == TenantStatus.PAST_DUE;
        return new SubscriptionView(
                subscription.plan,
                tenant.status(),
                subscription.trialEndsAt,
                period,
                scheduledAt == null ? null : new Scheduled(subscription.scheduledPlan, scheduledAt),
                pastDue ? tenant.statusSince() : null,
                pastDue ? tenant.statusSince().plus(grace) : null,
                LimitView.of(entitlement),
                beyond);
    }
}
