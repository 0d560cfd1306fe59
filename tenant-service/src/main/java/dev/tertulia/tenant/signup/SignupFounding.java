package dev.tertulia.tenant.signup;

import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.Constraints;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.NewPerson;
import dev.tertulia.tenant.identity.People;
import dev.tertulia.tenant.member.MemberService;
import dev.tertulia.tenant.member.NewMember;
import dev.tertulia.tenant.tenant.NewTenant;
import dev.tertulia.tenant.tenant.TenantProblem;
import dev.tertulia.tenant.tenant.TenantService;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.tenant.TenantView;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tenant of a sign-up whose code was shown: first the account at the identity provider, then tenant and owner in
 * one transaction. Each step can be repeated, and the tenant's id is the sign-up's: however often, at the same time, or
 * after whatever broke off, there is one tenant and one owner in the end.
 */
@ApplicationScoped
class SignupFounding {
    private final People people;
    private final TenantService tenants;
    private final MemberService members;
    private final FreeSlugs slugs;
    private final UnitOfWork unitOfWork;

    SignupFounding(
            People people, TenantService tenants, MemberService members, FreeSlugs slugs, UnitOfWork unitOfWork) {
        this.people = people;
        this.tenants = tenants;
        this.members = members;
        this.slugs = slugs;
        this.unitOfWork = unitOfWork;
    }

    /** Fails with {@link TenantProblem#SLUG_TAKEN}, and as {@link People#register} does. */
    Uni<TenantView> found(Signup signup, String slug, @Nullable String password) {
        return existing(signup)
                .flatMap(existing -> existing.map(tenant -> Uni.createFrom().item(tenant))
                        .orElseGet(() -> slugs.require(slug)
                                .call(free -> account(signup, password))
                                .flatMap(free -> establish(signup, free))
                                .onFailure(failure -> isProblem(failure, TenantProblem.SLUG_TAKEN))
                                .recoverWithUni(taken -> byTwin(signup, taken))));
    }

    /** The slug can be taken by this very sign-up, confirmed a moment before. */
    private Uni<TenantView> byTwin(Signup signup, Throwable taken) {
        return existing(signup)
                .flatMap(existing -> existing.map(tenant -> Uni.createFrom().item(tenant))
                        .orElseGet(() -> Uni.createFrom().failure(taken)));
    }

    private Uni<Optional<TenantView>> existing(Signup signup) {
        return unitOfWork
                .as(signup.tenantId(), tenants::current)
                .map(Optional::of)
                .onFailure(failure -> isProblem(failure, TenantProblem.NOT_FOUND))
                .recoverWithItem(Optional.empty());
    }

    private Uni<?> account(Signup signup, @Nullable String password) {
        if (!people.areOurs()) {
            return Uni.createFrom().voidItem();
        }
        if (password != null) {
            return people.register(new NewPerson(signup.email(), signup.name(), signup.locale(), password));
        }
        return people.isRegistered(signup.email()).invoke(registered -> {
            if (!registered) {
                throw ProblemException.invalid("password", "must be chosen, to sign in with");
            }
        });
    }

    private Uni<TenantView> establish(Signup signup, String slug) {
        return unitOfWork
                .as(signup.tenantId(), () -> create(signup, slug))
                .onFailure(failure -> Constraints.broke("tenant_pkey", failure))
                .recoverWithUni(() -> unitOfWork.as(signup.tenantId(), tenants::current))
                .onFailure(failure -> isProblem(failure, TenantProblem.SLUG_TAKEN))
                .recoverWithUni(() -> slugs.near(slug).map(free -> {
                    throw FreeSlugs.taken(free);
                }));
    }

    @WithTransaction
    Uni<TenantView> create(Signup signup, String slug) {
        NewTenant tenant = new NewTenant(
                slug,
                signup.tenantName(),
                signup.email(),
                signup.locale(),
                signup.timezone(),
                signup.country(),
                TenantStatus.TRIALING);
        return tenants.create(tenant).call(() -> members.add(NewMember.owner(signup.email(), signup.name())));
    }

    private static boolean isProblem(Throwable failure, TenantProblem problem) {
        return failure instanceof ProblemException raised && raised.problemType() == problem;
    }
}
