package dev.tertulia.tenant.tenant;

import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The tenant of the unit of work; no other can be seen. */
@ApplicationScoped
class TenantRepository implements PanacheRepositoryBase<Tenant, UUID> {

    Uni<Tenant> current() {
        return existing(findById(CurrentTenant.required()));
    }

    /** Nobody else changes it until the transaction ends, so its events come in the order of its changes. */
    Uni<Tenant> currentForChange() {
        return existing(findById(CurrentTenant.required(), LockModeType.PESSIMISTIC_WRITE));
    }

    private static Uni<Tenant> existing(Uni<Tenant> found) {
        return found.map(tenant -> tenant == null || tenant.deletedAt != null ? null : tenant)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(TenantProblem.NOT_FOUND));
    }
}
