package dev.tertulia.tenant.feature;

import dev.tertulia.platform.security.Feature;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.plan.Plan;
import dev.tertulia.tenant.plan.PlanCatalogue;
import dev.tertulia.tenant.subscription.Entitlement;
import dev.tertulia.tenant.subscription.Entitlements;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Switches features of the unit of work's tenant. It holds everywhere within a minute. */
@ApplicationScoped
class FeatureService {
    private final Entitlements entitlements;
    private final PlanCatalogue catalogue;

    FeatureService(Entitlements entitlements, PlanCatalogue catalogue) {
        this.entitlements = entitlements;
        this.catalogue = catalogue;
    }

    @WithTransaction
    Uni<List<FeatureView>> all() {
        return entitlements.current().map(FeatureView::all);
    }

    /** Fails with {@link FeatureProblem#NOT_FOUND}, or NOT_IN_PLAN on switching on what the plan has not. */
    @WithTransaction
    Uni<FeatureView> turn(String feature, boolean on) {
        if (!Feature.ALL.contains(feature)) {
            throw ProblemException.of(FeatureProblem.NOT_FOUND, "There are " + String.join(", ", Feature.ALL) + ".");
        }
        return entitlements
                .current()
                .invoke(now -> requireInPlan(now, feature, on))
                .chain(() -> entitlements.turn(feature, on))
                .map(now -> FeatureView.of(feature, now));
    }

    private void requireInPlan(Entitlement now, String feature, boolean on) {
        if (on && !now.plan().features().contains(feature)) {
            List<String> having = catalogue.all().stream()
                    .filter(plan -> plan.features().contains(feature))
                    .map(Plan::code)
                    .toList();
            throw ProblemException.of(
                            FeatureProblem.NOT_IN_PLAN,
                            "The plan %s does not have it; these do: %s."
                                    .formatted(now.plan().code(), String.join(", ", having)))
                    .with("feature", feature)
                    .with("plans", having);
        }
    }
}
