package dev.tertulia.tenant.member;

import dev.tertulia.contracts.tenant.Metrics;
import dev.tertulia.platform.allowance.Allowance;
import dev.tertulia.platform.allowance.AllowanceProblem;
import dev.tertulia.platform.allowance.Metric;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.web.Constraints;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done with the members of the unit of work's tenant. */
@ApplicationScoped
public class MemberService {
    private static final Metric MEMBERS = Metric.level(Metrics.MEMBERS);

    private final MemberRepository members;
    private final Allowance allowance;
    private final Outbox outbox;
    private final Clock clock;

    MemberService(MemberRepository members, Allowance allowance, Outbox outbox, Clock clock) {
        this.members = members;
        this.allowance = allowance;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who may not see all sees themself. */
    @WithTransaction
    Uni<Page<MemberView>> page(
            Caller caller,
            PageRequest page,
            @Nullable String text,
            @Nullable Role role,
            @Nullable Boolean active,
            @Nullable MemberOrder order) {
        MemberOrder wanted = order == null ? MemberOrder.JOINED : order;
        return members.page(page, new MemberQuery(text, role, active, onlyVisible(caller), true, wanted))
                .map(rows -> Page.of(rows, page, wanted::cursor).map(MemberView::from));
    }

    /** All members by name, as everybody may see them. */
    @WithTransaction
    Uni<Page<ColleagueView>> colleagues(PageRequest page, @Nullable String text, @Nullable Boolean active) {
        MemberOrder byName = MemberOrder.NAME;
        return members.page(page, new MemberQuery(text, null, active, null, false, byName))
                .map(rows -> Page.of(rows, page, byName::cursor).map(ColleagueView::from));
    }

    /** Fails with {@link MemberProblem#NOT_FOUND}, also for one whom the caller may not see. */
    @WithTransaction
    Uni<MemberView> get(Caller caller, UUID id) {
        UUID only = onlyVisible(caller);
        return only == null || only.equals(id)
                ? members.existing(id).map(MemberView::from)
                : Uni.createFrom().failure(ProblemException.of(MemberProblem.NOT_FOUND));
    }

    private static @Nullable UUID onlyVisible(Caller caller) {
        if (caller.may(Permission.MEMBERS_READ)) {
            return null;
        }
        // A key that may see its own membership has none, and sees nobody.
        UUID own = caller.memberId();
        return own == null ? new UUID(0, 0) : own;
    }

    /** As {@link #add}, within what the caller may give. */
    @WithTransaction
    Uni<MemberView> add(Caller caller, NewMember wanted) {
        MemberPolicy.checkCreation(caller, wanted);
        return add(wanted);
    }

    /**
     * Makes somebody a member before they have signed in, and tells of it. Fails with {@link MemberProblem#EXISTS}, and
     * with {@link AllowanceProblem#LIMIT_REACHED} where the plan has no room; a second owner breaks the rule of the
     * database.
     */
    @WithTransaction
    public Uni<MemberView> add(NewMember wanted) {
        Member member = new Member(UuidV7.next(), wanted, clock.instant());
        var joined = member.joined();
        return members.persistAndFlush(member)
                .onFailure(failure -> Constraints.broke("member_email", failure))
                .transform(failure -> ProblemException.of(
                        MemberProblem.EXISTS, "Change that membership instead, and activate it if it is not active."))
                .call(() -> outbox.append(joined))
                .call(() -> allowance.reserve(MEMBERS, 1))
                .map(MemberView::from);
    }

    /**
     * Tells of each thing that changed: role, activity. Fails as {@link MemberPolicy} says, and with {@link
     * AllowanceProblem#LIMIT_REACHED} where the plan has no room for one who is to be active again.
     */
    @WithTransaction
    Uni<MemberView> change(Caller caller, UUID id, @Nullable String ifMatch, MergePatch<EditableMember> patch) {
        return members.forChange(id).flatMap(member -> {
            EntityTags.requireMatch(ifMatch, member.version);
            EditableMember wanted = patch.apply(member.editable());
            MemberPolicy.checkChange(caller, member, wanted);
            boolean wasActive = member.active;
            var events = member.change(wanted);
            return members.flush()
                    .call(() -> outbox.append(events))
                    .call(() -> take(wasActive, member.active))
                    .map(flushed -> MemberView.from(member));
        });
    }

    /** Whether the caller may ask somebody to become this. Fails as {@link MemberPolicy} says. */
    public void checkInvitation(Caller caller, NewMember wanted) {
        MemberPolicy.checkCreation(caller, wanted);
    }

    /** Fails with {@link MemberProblem#EXISTS} where somebody with this address is an active member. */
    @WithTransaction
    public Uni<Void> requireNoActive(String email) {
        return members.isActive(email).map(active -> {
            if (active) {
                throw ProblemException.of(MemberProblem.EXISTS, "They are a member already: change that membership.");
            }
            return null;
        });
    }

    /**
     * Makes a member of somebody who was invited, and tells of it. Who was one before comes back as what is wanted now; who
     * is one stays as they are. Fails with {@link AllowanceProblem#LIMIT_REACHED} where the plan has no room.
     *
     * @param userId the user who accepts, where they have signed in
     */
    @WithTransaction
    public Uni<MemberView> join(NewMember wanted, @Nullable UUID userId) {
        return members.findForChange(wanted.email(), userId).flatMap(member -> {
            if (member == null) {
                return add(wanted);
            }
            return member.active ? Uni.createFrom().item(MemberView.from(member)) : comeBack(member, wanted);
        });
    }

    private Uni<MemberView> comeBack(Member member, NewMember wanted) {
        var events = member.change(new EditableMember(wanted.role(), true, wanted.permissions()));
        return members.flush()
                .call(() -> outbox.append(events))
                .call(() -> take(false, member.active))
                .map(flushed -> MemberView.from(member));
    }

    /** Also for who may not see all: they were told of this one. Fails with {@link MemberProblem#NOT_FOUND}. */
    @WithTransaction
    public Uni<MemberView> joined(UUID id) {
        return members.existing(id).map(MemberView::from);
    }

    private Uni<Void> take(boolean wasActive, boolean active) {
        if (wasActive == active) {
            return Uni.createFrom().voidItem();
        }
        return active ? allowance.reserve(MEMBERS, 1) : allowance.release(MEMBERS, 1);
    }
}
