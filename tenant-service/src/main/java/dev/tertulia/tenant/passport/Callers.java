package dev.tertulia.tenant.passport;

import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.CallerTenant;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.security.RolePermissions;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.apikey.ApiKeyService;
import dev.tertulia.tenant.apikey.KeyHolder;
import dev.tertulia.tenant.audit.AdministratorVisits;
import dev.tertulia.tenant.identity.OwnProviders;
import dev.tertulia.tenant.member.Membership;
import dev.tertulia.tenant.member.MembershipService;
import dev.tertulia.tenant.ownprovider.OwnProviderService;
import dev.tertulia.tenant.signin.SignInPolicyService;
import dev.tertulia.tenant.subscription.Entitlement;
import dev.tertulia.tenant.subscription.Entitlements;
import dev.tertulia.tenant.tenant.TenantService;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.user.User;
import dev.tertulia.tenant.user.UserService;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who somebody is, in which tenant and as what, as of now. Fails with a {@link PassportProblem} or that of what it asks. */
@ApplicationScoped
class Callers {
    private final UserService users;
    private final MembershipService memberships;
    private final ApiKeyService apiKeys;
    private final TenantService tenants;
    private final AdministratorVisits visits;
    private final SignInPolicyService policies;
    private final Entitlements entitlements;
    private final OwnProviderService ownProviders;
    private final UnitOfWork unitOfWork;

    Callers(
            UserService users,
            MembershipService memberships,
            ApiKeyService apiKeys,
            TenantService tenants,
            AdministratorVisits visits,
            SignInPolicyService policies,
            Entitlements entitlements,
            OwnProviderService ownProviders,
            UnitOfWork unitOfWork) {
        this.users = users;
        this.memberships = memberships;
        this.apiKeys = apiKeys;
        this.tenants = tenants;
        this.visits = visits;
        this.policies = policies;
        this.entitlements = entitlements;
        this.ownProviders = ownProviders;
        this.unitOfWork = unitOfWork;
    }

    /**
     * @param slug the tenant they ask for; the only one they have if absent
     * @param tenantOptional where none or several could be meant, they are let in without
     */
    Uni<Caller> ofUser(User user, Assurance assurance, @Nullable String slug, boolean tenantOptional) {
        if (user.platformAdmin() && assurance.providerOf() == null) {
            return slug == null
                    ? Uni.createFrom().item(platformAdmin(user, null, Set.of()))
                    : platformAdminIn(user, assurance, slug);
        }
        UUID providerOf = assurance.providerOf();
        return (providerOf == null ? memberships.of(user) : memberships.of(user, providerOf))
                .invoke(of -> requireTheirs(of, providerOf, slug))
                .flatMap(of -> choose(of, slug, tenantOptional)
                        .map(membership -> enter(user, assurance, membership.tenantId(), membership.memberId()))
                        .orElseGet(() -> Uni.createFrom().item(withoutTenant(user))));
    }

    /** @param slug the tenant they ask for, which must be the key's */
    Uni<Caller> ofKey(String secret, @Nullable String slug) {
        return apiKeys.recognise(secret).flatMap(this::enter).invoke(caller -> {
            if (slug != null && !slug.equals(caller.requiredTenant().slug())) {
                throw ProblemException.of(PassportProblem.NOT_A_MEMBER, "The key belongs to another tenant.");
            }
        });
    }

    /** The same caller, if they still are what they were let in as. */
    Uni<Caller> again(Caller before, Assurance assurance) {
        return switch (before.actor().type()) {
            case API_KEY ->
                apiKeys.recogniseAgain(
                                before.requiredTenant().id(), before.actor().id())
                        .flatMap(this::enter);
            case USER ->
                users.find(before.actor().id())
                        .map(found -> found.orElseThrow(Callers::signInAgain))
                        .flatMap(user -> again(user, assurance, before));
            case SYSTEM -> Uni.createFrom().failure(signInAgain());
        };
    }

    private Uni<Caller> again(User user, Assurance assurance, Caller before) {
        CallerTenant tenant = before.tenant();
        UUID memberId = before.memberId();
        if (memberId != null) {
            return enter(user, assurance, before.requiredTenant().id(), memberId);
        }
        if (before.role() != Role.PLATFORM_ADMIN || assurance.providerOf() != null) {
            return Uni.createFrom().item(withoutTenant(user));
        }
        if (!user.platformAdmin()) {
            return Uni.createFrom().failure(signInAgain());
        }
        return tenant == null
                ? Uni.createFrom().item(platformAdmin(user, null, Set.of()))
                : visit(user, assurance, tenant.id());
    }

    /** Who came by a tenant's own provider is let into that tenant only. */
    private static void requireTheirs(List<Membership> of, @Nullable UUID providerOf, @Nullable String slug) {
        if (providerOf != null
                && slug != null
                && !of.isEmpty()
                && of.stream().noneMatch(membership -> slug.equals(membership.slug()))) {
            throw signedInForAnother();
        }
    }

    private static ProblemException signedInForAnother() {
        return ProblemException.of(
                PassportProblem.SIGNED_IN_FOR_ANOTHER,
                "Sign in with your own password (prompt=login) to enter another tenant than that whose identity provider"
                        + " you came by.");
    }

    private static Optional<Membership> choose(
            List<Membership> memberships, @Nullable String slug, boolean tenantOptional) {
        List<Membership> candidates = memberships.stream()
                .filter(membership -> slug == null || slug.equals(membership.slug()))
                .toList();
        List<Membership> open = candidates.stream().filter(Membership::isOpen).toList();
        if (open.size() == 1) {
            return Optional.of(open.getFirst());
        }
        if (slug == null && tenantOptional) {
            return Optional.empty();
        }
        if (candidates.isEmpty()) {
            // Whether there is such a tenant is nobody's business who is not in it.
            throw ProblemException.of(
                    PassportProblem.NOT_A_MEMBER,
                    slug == null
                            ? "You are not a member of any tenant. Ask to be made one."
                            : "You are not a member of that tenant.");
        }
        if (open.isEmpty()) {
            throw ProblemException.of(PassportProblem.TENANT_CANCELLED);
        }
        List<String> slugs = open.stream().map(Membership::slug).toList();
        throw ProblemException.of(
                        PassportProblem.TENANT_AMBIGUOUS,
                        "Name one of your tenants in the header X-Tenant: " + String.join(", ", slugs) + ".")
                .with("tenants", slugs);
    }

    private Uni<Caller> enter(User user, Assurance assurance, UUID tenantId, UUID memberId) {
        return unitOfWork.as(tenantId, () -> asMember(user, assurance, memberId));
    }

    private Uni<Caller> enter(KeyHolder holder) {
        return unitOfWork.as(holder.tenantId(), () -> asKey(holder));
    }

    @WithTransaction
    Uni<Caller> asKey(KeyHolder holder) {
        return tenants.forPassport()
                .invoke(Callers::requireOpen)
                .flatMap(tenant -> features()
                        .map(features -> new Caller(
                                tenant,
                                new Actor(Actor.Type.API_KEY, holder.keyId(), holder.name(), null),
                                holder.role(),
                                holder.permissions(),
                                features)));
    }

    @WithTransaction
    Uni<Caller> asMember(User user, Assurance assurance, UUID memberId) {
        return tenants.forPassport()
                .invoke(Callers::requireOpen)
                .call(tenant -> requireSecondFactor(assurance, tenant))
                .flatMap(tenant -> memberships
                        .admit(user, memberId)
                        .call(admission -> requireOwnSignIn(user, assurance, tenant, admission.role()))
                        .flatMap(admission -> features()
                                .map(features -> new Caller(
                                        tenant,
                                        new Actor(Actor.Type.USER, user.id(), user.name(), admission.memberId()),
                                        admission.role(),
                                        admission.permissions(),
                                        features))));
    }

    private Uni<Caller> platformAdminIn(User user, Assurance assurance, String slug) {
        return memberships
                .tenantBySlug(slug)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(PassportProblem.TENANT_UNKNOWN))
                .flatMap(id -> visit(user, assurance, id));
    }

    private Uni<Caller> visit(User user, Assurance assurance, UUID tenantId) {
        return unitOfWork.as(tenantId, () -> {
            visits.announce(platformAdmin(user, null, Set.of()));
            return asVisitor(user, assurance);
        });
    }

    /** Without the entry in the tenant's audit there is no passport: the two commit together. */
    @WithTransaction
    Uni<Caller> asVisitor(User user, Assurance assurance) {
        return tenants.forPassport()
                .call(tenant -> requireSecondFactor(assurance, tenant))
                .flatMap(tenant -> features().map(features -> platformAdmin(user, tenant, features)))
                .call(visits::note);
    }

    private Uni<Void> requireOwnSignIn(User user, Assurance assurance, CallerTenant tenant, Role role) {
        UUID providerOf = assurance.providerOf();
        if (providerOf != null && !providerOf.equals(tenant.id())) {
            return Uni.createFrom().failure(signedInForAnother());
        }
        return ownProviders
                .rulesFor(user.email())
                .invoke(rules -> {
                    if (providerOf != null && !rules.vouch()) {
                        throw OwnSignIns.notAccepted(rules);
                    }
                    // The owner may always come in otherwise: a provider that is broken or lost locks nobody out for
                    // good.
                    if (providerOf == null && rules.demand() && role != Role.OWNER) {
                        throw ProblemException.of(
                                        PassportProblem.OWN_SIGN_IN_REQUIRED,
                                        "The tenant wants people of your address' domain to sign in by its own identity"
                                                + " provider: sign in anew with kc_idp_hint of this problem's hint.")
                                .with("hint", OwnProviders.alias(tenant.id()));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireSecondFactor(Assurance assurance, CallerTenant tenant) {
        if (assurance.satisfies(tenant.id())) {
            return Uni.createFrom().voidItem();
        }
        return policies.requiresSecondFactor()
                .invoke(required -> {
                    if (required) {
                        throw ProblemException.of(
                                PassportProblem.SECOND_FACTOR_REQUIRED,
                                "Sign in anew (prompt=login) with a second factor. If you have none yet, you are led"
                                        + " through setting one up; then sign in once more.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Set<String>> features() {
        return entitlements.current().map(Entitlement::features);
    }

    private static Caller platformAdmin(User user, @Nullable CallerTenant tenant, Set<String> features) {
        return new Caller(
                tenant,
                new Actor(Actor.Type.USER, user.id(), user.name(), null),
                Role.PLATFORM_ADMIN,
                tenant == null ? RolePermissions.of(Role.PLATFORM_ADMIN) : RolePermissions.ofPlatformAdminInTenant(),
                features);
    }

    private static Caller withoutTenant(User user) {
        return new Caller(null, new Actor(Actor.Type.USER, user.id(), user.name(), null), null, Set.of(), Set.of());
    }

    private static void requireOpen(CallerTenant tenant) {
        if (tenant.status().equals(TenantStatus.CANCELLED.wireName())) {
            throw ProblemException.of(PassportProblem.TENANT_CANCELLED);
        }
    }

    private static ProblemException signInAgain() {
        return ProblemException.of(PassportProblem.SIGN_IN_AGAIN);
    }
}
