package dev.tertulia.tenant.subscription;

import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.tenant.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is to happen to a subscription by itself when its time comes. */
sealed interface Due {
    Instant at();

    /** The plan begins that was scheduled. */
    record NextPlan(Instant at, String plan) implements Due {}

    /** It ends, as was scheduled. */
    record End(Instant at) implements Due {}

    /** Nobody chose a plan in the time of the trial. */
    record TrialOver(Instant at) implements Due {}

    /** The payment was due for too long. */
    record GraceOver(Instant at) implements Due {}

    /**
     * The earliest thing whose time has come; of two at the same time what somebody scheduled. A cancelled tenant's come no
     * more.
     */
    static Optional<Due> next(Subscription subscription, TenantView tenant, Duration grace, Instant now) {
        List<Due> all = new ArrayList<>();
        if (tenant.status() == TenantStatus.CANCELLED) {
            return Optional.empty();
        }
        Instant scheduledAt = subscription.scheduledAt;
        if (scheduledAt != null) {
            String plan = subscription.scheduledPlan;
            all.add(plan == null ? new End(scheduledAt) : new NextPlan(scheduledAt, plan));
        }
        Instant trialEndsAt = subscription.trialEndsAt;
        if (trialEndsAt != null) {
            all.add(new TrialOver(trialEndsAt));
        }
        if (tenant.status() == TenantStatus.PAST_DUE) {
            all.add(new GraceOver(tenant.statusSince().plus(grace)));
        }
        return all.stream().filter(due -> !due.at().isAfter(now)).min(Comparator.comparing(Due::at));
    }
}
