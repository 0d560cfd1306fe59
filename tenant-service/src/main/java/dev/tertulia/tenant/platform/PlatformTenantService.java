package dev.tertulia.tenant.platform;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.member.MemberService;
import dev.tertulia.tenant.member.MemberView;
import dev.tertulia.tenant.member.MembershipService;
import dev.tertulia.tenant.member.NewMember;
import dev.tertulia.tenant.tenant.NewTenant;
import dev.tertulia.tenant.tenant.TenantProblem;
import dev.tertulia.tenant.tenant.TenantService;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.tenant.TenantView;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done with tenants from outside: each time in a unit of work of that tenant's own. */
@ApplicationScoped
class PlatformTenantService {
    private final TenantService tenants;
    private final MemberService members;
    private final MembershipService memberships;
    private final UnitOfWork unitOfWork;

    PlatformTenantService(
            TenantService tenants, MemberService members, MembershipService memberships, UnitOfWork unitOfWork) {
        this.tenants = tenants;
        this.members = members;
        this.memberships = memberships;
        this.unitOfWork = unitOfWork;
    }

    /** Tells of the tenant and of its owner. Fails with {@link TenantProblem#SLUG_TAKEN}. */
    Uni<TenantView> create(NewTenant tenant, NewMember owner) {
        return unitOfWork.as(UuidV7.next(), () -> found(tenant, owner));
    }

    @WithTransaction
    Uni<TenantView> found(NewTenant tenant, NewMember owner) {
        return tenants.create(tenant).call(() -> members.add(owner));
    }

    Uni<TenantView> get(String slug) {
        return in(slug, tenants::current);
    }

    /** Tells of a suspension and of its end. */
    Uni<TenantView> change(String slug, @Nullable String ifMatch, MergePatch<StandingChange> patch) {
        return in(slug, () -> stand(ifMatch, patch));
    }

    @WithTransaction
    Uni<TenantView> stand(@Nullable String ifMatch, MergePatch<StandingChange> patch) {
        AtomicReference<@Nullable TenantStatus> status = new AtomicReference<>();
        return tenants.stand(ifMatch, now -> {
                    status.set(now);
                    return patch.apply(new StandingChange(now, null)).status();
                })
                .flatMap(tenant -> {
                    StandingChange before =
                            new StandingChange(Objects.requireNonNull(status.get()), tenant.statusReason());
                    return tenants.explain(patch.apply(before).reasonAfter(before));
                });
    }

    Uni<MemberView> addMember(String slug, NewMember wanted) {
        return in(slug, () -> members.add(wanted));
    }

    private <T> Uni<T> in(String slug, Supplier<Uni<T>> work) {
        return memberships
                .tenantBySlug(slug)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(TenantProblem.NOT_FOUND))
                .flatMap(tenant -> unitOfWork.as(tenant, work));
    }
}
