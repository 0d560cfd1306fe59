package dev.tertulia.tenant.subscription;

import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.plan.Plan;
import dev.tertulia.tenant.plan.PlanCatalogue;
import dev.tertulia.tenant.plan.PlanMetric;
import dev.tertulia.tenant.plan.PlansConfig;
import dev.tertulia.tenant.tenant.Founding;
import dev.tertulia.tenant.tenant.TenantService;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.tenant.TenantView;
import dev.tertulia.tenant.usage.UsageCounters;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which plan the unit of work's tenant has, and what comes next. A smaller plan takes nothing away: what there is more of
 * than it allows stays, and nothing is added to it until there is room again.
 */
@ApplicationScoped
class SubscriptionService implements Founding {
    private final SubscriptionRepository subscriptions;
    private final Entitlements entitlements;
    private final TenantService tenants;
    private final UsageCounters usage;
    private final PlanCatalogue catalogue;
    private final PlansConfig config;
    private final Clock clock;

    SubscriptionService(
            SubscriptionRepository subscriptions,
            Entitlements entitlements,
            TenantService tenants,
            UsageCounters usage,
            PlanCatalogue catalogue,
            PlansConfig config,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.entitlements = entitlements;
        this.tenants = tenants;
        this.usage = usage;
        this.catalogue = catalogue;
        this.config = config;
        this.clock = clock;
    }

    /** Who begins on trial tries the plan of the trial for its time. */
    @Override
    @WithTransaction
    public Uni<Void> found(TenantView tenant) {
        Instant now = clock.instant();
        boolean onTrial = tenant.status() == TenantStatus.TRIALING;
        Plan plan = onTrial ? catalogue.trial() : catalogue.otherwise();
        return subscriptions
                .persistAndFlush(new Subscription(
                        tenant.id(), plan.code(), onTrial ? now.plus(config.trialLength()) : null, now))
                .chain(entitlements::tell)
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<SubscriptionView> current() {
        return subscriptions.current().flatMap(this::view);
    }

    /** What a tenant does by itself. Fails with {@link SubscriptionProblem#NOT_SELF_SERVICE} or ON_HOLD. */
    @WithTransaction
    Uni<SubscriptionView> choose(PlanChangeRequest request) {
        if (!plan(request).selfService()) {
            throw ProblemException.of(
                    SubscriptionProblem.NOT_SELF_SERVICE, "Ask them, or choose one of the plans with selfService.");
        }
        return locked().chain(tenants::current)
                .invoke(SubscriptionService::requireNotOnHold)
                .chain(() -> change(request));
    }

    private static void requireNotOnHold(TenantView tenant) {
        if (tenant.status().holdsBack()) {
            throw ProblemException.of(
                    SubscriptionProblem.ON_HOLD, "Ask those who run this installation to reactivate it first.");
        }
    }

    /** Now, which ends a trial, or when the period ends. What was scheduled before comes no longer. */
    @WithTransaction
    Uni<SubscriptionView> change(PlanChangeRequest request) {
        Plan wanted = plan(request);
        return subscriptions
                .currentForChange()
                .call(subscription -> switch (request.whenOrNow()) {
                    case NOW -> begin(subscription, wanted.code());
                    case PERIOD_END -> schedule(subscription, wanted.code());
                })
                .flatMap(this::view);
    }

    private Plan plan(PlanChangeRequest request) {
        return catalogue
                .find(request.plan())
                .orElseThrow(() -> ProblemException.invalid(
                        "plan",
                        "must be one of "
                                + catalogue.all().stream().map(Plan::code).toList()));
    }

    /** The subscription ends with the period, and with it the tenant is cancelled. */
    @WithTransaction
    Uni<SubscriptionView> cancel() {
        return subscriptions
                .currentForChange()
                .call(subscription -> schedule(subscription, null))
                .flatMap(this::view);
    }

    /** What was scheduled does not come. */
    @WithTransaction
    Uni<SubscriptionView> keep() {
        return subscriptions
                .currentForChange()
                .invoke(Subscription::keep)
                .call(subscriptions::flush)
                .flatMap(this::view);
    }

    /** @param size null for not limited */
    @WithTransaction
    Uni<SubscriptionView> except(PlanMetric metric, @Nullable Long size) {
        return subscriptions
                .currentForChange()
                .call(subscription -> entitlements.except(metric, size))
                .flatMap(this::view);
    }

    @WithTransaction
    Uni<SubscriptionView> noLongerExcept(PlanMetric metric) {
        return subscriptions
                .currentForChange()
                .call(subscription -> entitlements.noLongerExcept(metric))
                .flatMap(this::view);
    }

    private Uni<Void> begin(Subscription subscription, String plan) {
        subscription.choose(plan);
        return subscriptions
                .flush()
                .chain(() -> tenants.stand(null, now -> now == TenantStatus.TRIALING ? TenantStatus.ACTIVE : now))
                .chain(entitlements::tell)
                .replaceWithVoid();
    }

    private Uni<Void> schedule(Subscription subscription, @Nullable String plan) {
        return tenants.current().flatMap(tenant -> {
            Instant trialEndsAt = subscription.trialEndsAt;
            subscription.schedule(
                    plan,
                    trialEndsAt == null
                            ? Period.of(clock.instant(), tenant.timezone()).endsAt()
                            : trialEndsAt);
            return subscriptions.flush();
        });
    }

    /**
     * Does what has come due, the earliest first, each thing once: whoever finds it done already does nothing. The system
     * is the actor.
     */
    @WithTransaction
    Uni<Void> advance() {
        return locked().flatMap(this::advance);
    }

    /** With its tenant, in this order. Hibernate cannot lock later what was read before. */
    private Uni<Subscription> locked() {
        return subscriptions.currentForChange().call(tenants::lock);
    }

    private Uni<Void> advance(Subscription subscription) {
        return tenants.current()
                .flatMap(tenant -> Due.next(subscription, tenant, config.grace(), clock.instant())
                        .map(due -> doIt(due, subscription).chain(() -> advance(subscription)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> doIt(Due due, Subscription subscription) {
        return switch (due) {
            case Due.NextPlan next -> begin(subscription, next.plan());
            case Due.TrialOver over ->
                begin(subscription, catalogue.afterTrial().code());
            case Due.GraceOver over -> stand(TenantStatus.SUSPENDED);
            case Due.End end -> {
                subscription.keep();
                yield subscriptions.flush().chain(() -> stand(TenantStatus.CANCELLED));
            }
        };
    }

    private Uni<Void> stand(TenantStatus status) {
        return tenants.stand(null, now -> status).replaceWithVoid();
    }

    private Uni<SubscriptionView> view(Subscription subscription) {
        return tenants.current().flatMap(tenant -> {
            Period period = Period.of(clock.instant(), tenant.timezone());
            return entitlements
                    .current()
                    .flatMap(now -> usage.of(period.month())
                            .map(used -> SubscriptionView.of(
                                    subscription, tenant, now, beyond(now, used), period, config.grace())));
        });
    }

    /** What there is more of than the plan allows. */
    private static List<PlanMetric> beyond(Entitlement entitlement, Map<String, Long> used) {
        return entitlement.limits().entrySet().stream()
                .filter(limit -> used.getOrDefault(limit.getKey().wireName(), 0L) > limit.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
