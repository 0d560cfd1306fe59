package dev.tertulia.tenant.member;

import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Hands the unit of work's tenant over. That it has exactly one owner is held by the database. */
@ApplicationScoped
class OwnershipService {
    private final MemberRepository members;
    private final Outbox outbox;

    OwnershipService(MemberRepository members, Outbox outbox) {
        this.members = members;
        this.outbox = outbox;
    }

    /**
     * Makes the member the owner and the owner an admin, and tells of both. Of several at once one wins: the others find
     * that who asks owns it no longer. Handing it to its owner is a no-op. Fails with {@link MemberProblem#NOT_THE_OWNER}.
     */
    @WithTransaction
    Uni<OwnershipTransferResponse> transfer(Caller caller, UUID heirId) {
        return members.ownerAnd(heirId).flatMap(locked -> {
            Member heir = existing(locked, heirId);
            if (heir.role == Role.OWNER) {
                return Uni.createFrom().item(new OwnershipTransferResponse(MemberView.from(heir), null));
            }
            return transfer(ownerFor(caller, locked), heir);
        });
    }

    private Uni<OwnershipTransferResponse> transfer(Member owner, Member heir) {
        requireReady(heir);
        OutboxEvent givenUp = owner.giveUpOwnership();
        return members.flush()
                .map(flushed -> heir.takeOver())
                .call(members::flush)
                .flatMap(takenOver -> outbox.append(List.of(givenUp, takenOver)))
                .map(told -> new OwnershipTransferResponse(MemberView.from(heir), MemberView.from(owner)));
    }

    private static Member existing(List<Member> locked, UUID id) {
        return locked.stream()
                .filter(member -> member.id.equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("memberId", "must be the id of a member"));
    }

    /** A passport may be older than the last transfer, so that the caller is held against what is there now. */
    private static Member ownerFor(Caller caller, List<Member> locked) {
        boolean fromOutside = caller.role() == Role.PLATFORM_ADMIN;
        return locked.stream()
                .filter(member -> member.role == Role.OWNER)
                .filter(owner -> fromOutside || owner.id.equals(caller.memberId()))
                .findFirst()
                .orElseThrow(() -> fromOutside
                        ? ProblemException.of(CommonProblem.CONFLICT, "It has another owner by now: look again.")
                        : ProblemException.of(
                                MemberProblem.NOT_THE_OWNER, "Ask the owner, or a platform administrator, to do it."));
    }

    private static void requireReady(Member heir) {
        if (!heir.active) {
            throw ProblemException.invalid("memberId", "must be active: activate the member first");
        }
        if (heir.userId == null) {
            throw ProblemException.invalid("memberId", "must have signed in once");
        }
    }
}
