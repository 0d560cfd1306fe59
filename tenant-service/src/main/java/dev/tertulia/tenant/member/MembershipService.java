package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.role.RoleService;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.user.User;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** From users to the tenants they are members of. */
@ApplicationScoped
public class MembershipService {
    private final CrossTenantLookup acrossTenants;
    private final UnitOfWork unitOfWork;
    private final MemberRepository members;
    private final RoleService roles;

    MembershipService(
            CrossTenantLookup acrossTenants, UnitOfWork unitOfWork, MemberRepository members, RoleService roles) {
        this.acrossTenants = acrossTenants;
        this.unitOfWork = unitOfWork;
        this.members = members;
        this.roles = roles;
    }

    /**
     * Where the user is an active member, by slug; tenants that were deleted are not among them. A membership that was
     * made for the user's verified address is theirs from now on.
     */
    public Uni<List<Membership>> of(User user) {
        return of(user, membership -> true);
    }

    /** The same, of one tenant only: elsewhere nothing becomes theirs. */
    public Uni<List<Membership>> of(User user, UUID tenant) {
        return of(user, membership -> membership.tenantId().equals(tenant));
    }

    private Uni<List<Membership>> of(User user, Predicate<Membership> wanted) {
        return find(user.id(), user.verifiedEmail())
                .map(found -> found.stream().filter(wanted).toList())
                .call(found -> Multi.createFrom()
                        .iterable(found)
                        .filter(membership -> !membership.linked())
                        .onItem()
                        .transformToUniAndConcatenate(
                                waiting -> unitOfWork.as(waiting.tenantId(), () -> recognise(user, waiting.memberId())))
                        .collect()
                        .asList());
    }

    /** The same, of whoever has the id or the address, and nothing becomes theirs. */
    public Uni<List<Membership>> find(@Nullable UUID userId, @Nullable String verifiedEmail) {
        return acrossTenants
                .select("memberships", Tuple.of(userId).addString(verifiedEmail))
                .map(MembershipService::memberships);
    }

    /** Which tenant has this slug; null where none has. */
    public Uni<@Nullable UUID> tenantBySlug(String slug) {
        return acrossTenants.select("tenant_by_slug", Tuple.of(slug)).map(rows -> {
            var iterator = rows.iterator();
            return iterator.hasNext() ? iterator.next().getUUID("tenant_id") : null;
        });
    }

    /**
     * Lets the user into the unit of work's tenant, takes over what they call themselves, and notes that they were seen.
     * Fails with {@link MemberProblem#NOT_A_MEMBER} where the membership is not theirs or not active.
     */
    @WithTransaction
    public Uni<Admission> admit(User user, UUID memberId) {
        return recognise(user, memberId)
                .call(() -> members.seen(memberId))
                .flatMap(standing -> roles.table()
                        .map(table -> new Admission(memberId, standing.role(), standing.allPermissions(table))));
    }

    @WithTransaction
    Uni<Standing> recognise(User user, UUID memberId) {
        return members.standing(memberId)
                .flatMap(standing -> standing != null && standing.shows(user)
                        ? Uni.createFrom().item(standing)
                        : meet(user, memberId))
                .invoke(standing -> requireAdmitted(standing, user));
    }

    /** Locked, since two first sign-ins at once may be two persons'. */
    private Uni<Standing> meet(User user, UUID memberId) {
        return members.findForChange(memberId).map(member -> {
            requireAdmitted(member == null ? null : member.standing(), user);
            member.meet(user);
            return member.standing();
        });
    }

    private static void requireAdmitted(@Nullable Standing standing, User user) {
        if (standing == null || !standing.admits(user)) {
            throw ProblemException.of(MemberProblem.NOT_A_MEMBER);
        }
    }

    private static List<Membership> memberships(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Membership(
                        row.getUUID("tenant_id"),
                        row.getUUID("member_id"),
                        row.getString("slug"),
                        row.getString("name"),
                        TenantStatus.of(row.getString("status")),
                        Role.of(row.getString("role")),
                        row.getBoolean("linked")))
                .toList();
    }
}
