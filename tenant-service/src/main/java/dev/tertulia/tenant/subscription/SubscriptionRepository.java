package dev.tertulia.tenant.subscription;

import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.tenant.TenantProblem;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The subscription of the unit of work's tenant; each has one. */
@ApplicationScoped
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, UUID> {

    Uni<Subscription> current() {
        return existing(findById(CurrentTenant.required()));
    }

    /** Nobody else changes it until the transaction ends. It is locked before the tenant is. */
    Uni<Subscription> currentForChange() {
        return existing(findById(CurrentTenant.required(), LockModeType.PESSIMISTIC_WRITE));
    }

    private static Uni<Subscription> existing(Uni<Subscription> found) {
        return found.onItem().ifNull().failWith(() -> ProblemException.of(TenantProblem.NOT_FOUND));
    }
}
