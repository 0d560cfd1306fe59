package dev.tertulia.tenant.invitation;

import dev.tertulia.platform.crypto.TokenHash;
import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.RequestActor;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.NewPerson;
import dev.tertulia.tenant.identity.People;
import dev.tertulia.tenant.member.MemberService;
import dev.tertulia.tenant.member.NewMember;
import dev.tertulia.tenant.ownprovider.OwnProviderService;
import dev.tertulia.tenant.tenant.TenantService;
import dev.tertulia.tenant.user.User;
import dev.tertulia.tenant.user.UserService;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What those do who were invited. Whoever holds the token has had the mail, and so the address: to them alone is told what
 * is known of it. Each step can be repeated; a token makes one member, however many show it at the same time.
 */
@ApplicationScoped
class Acceptance {
    private final CrossTenantLookup acrossTenants;
    private final UnitOfWork unitOfWork;
    private final InvitationRepository invitations;
    private final MemberService members;
    private final TenantService tenants;
    private final UserService users;
    private final People people;
    private final OwnProviderService ownProviders;
    private final RequestActor actor;
    private final Clock clock;

    Acceptance(
            CrossTenantLookup acrossTenants,
            UnitOfWork unitOfWork,
            InvitationRepository invitations,
            MemberService members,
            TenantService tenants,
            UserService users,
            People people,
            OwnProviderService ownProviders,
            RequestActor actor,
            Clock clock) {
        this.acrossTenants = acrossTenants;
        this.unitOfWork = unitOfWork;
        this.invitations = invitations;
        this.members = members;
        this.tenants = tenants;
        this.users = users;
        this.people = people;
        this.ownProviders = ownProviders;
        this.actor = actor;
        this.clock = clock;
    }

    /** Where an invitation is. */
    private record Place(UUID tenant, UUID invitation) {}

    /** Fails with {@link InvitationProblem#NOT_FOUND}: unknown, cancelled and replaced ones look the same. */
    Uni<ReceivedInvitation> lookUp(String token) {
        return find(token)
                .flatMap(place -> unitOfWork
                        .as(place.tenant(), () -> open(place.invitation()))
                        .flatMap(invitation -> way(invitation)
                                .flatMap(way -> unitOfWork
                                        .as(place.tenant(), tenants::current)
                                        .map(tenant -> ReceivedInvitation.from(
                                                invitation, tenant.name(), way, clock.instant())))));
    }

    private Uni<WayToAccept> way(Invitation invitation) {
        return people.areOurs()
                ? people.isRegistered(invitation.email)
                        .map(registered -> registered && !invitation.accountBegun
                                ? WayToAccept.SIGN_IN
                                : WayToAccept.CHOOSE_PASSWORD)
                : Uni.createFrom().item(WayToAccept.SIGN_IN);
    }

    /**
     * Makes a member of who was invited. Accepting again gives the same answer and changes nothing.
     *
     * @param caller who has signed in; a stranger gets an account
     */
    Uni<AcceptedInvitation> accept(AcceptInvitationRequest request, Optional<Caller> caller) {
        return find(request.token())
                .flatMap(place -> unitOfWork
                        .as(place.tenant(), () -> open(place.invitation()))
                        .flatMap(invitation -> caller.map(known -> asUser(place, invitation, known))
                                .orElseGet(() -> asStranger(place, invitation, request))));
    }

    private Uni<AcceptedInvitation> asUser(Place place, Invitation invitation, Caller caller) {
        return (caller.actor().type() == Actor.Type.USER
                        ? users.find(caller.actor().id())
                        : Uni.createFrom().item(Optional.<User>empty()))
                .flatMap(found -> {
                    User user = found.orElseThrow(Acceptance::forAnother);
                    return unitOfWork
                            .as(place.tenant(), () -> requireInvited(invitation, user))
                            .invoke(() -> actor.isFromElsewhere(caller.actor()))
                            .chain(() -> unitOfWork.as(
                                    place.tenant(), () -> join(place.invitation(), user.id(), user.name())));
                });
    }

    /**
     * The account has the address that was invited, and the identity provider, or the inviting tenant's own, has made sure of
     * it.
     */
    private Uni<Void> requireInvited(Invitation invitation, User user) {
        if (invitation.email.equals(user.verifiedEmail())) {
            return Uni.createFrom().voidItem();
        }
        if (!invitation.email.equals(user.email())) {
            return Uni.createFrom().failure(forAnother());
        }
        return ownProviders
                .rulesFor(user.email())
                .invoke(rules -> {
                    if (!rules.vouch()) {
                        throw forAnother();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<AcceptedInvitation> asStranger(Place place, Invitation invitation, AcceptInvitationRequest request) {
        @Nullable String name = request.name() == null ? invitation.name : request.name();
        String called = Objects.requireNonNullElse(name, invitation.email);
        Uni<Void> account = invitation.status == InvitationStatus.ACCEPTED
                ? Uni.createFrom().voidItem()
                : account(place, invitation, called, request.password());
        return account.invoke(() -> actor.isNotSignedIn(called))
                .chain(() -> unitOfWork.as(place.tenant(), () -> join(place.invitation(), null, name)));
    }

    /**
     * An account for the address, made with this token alone: who has one already signs in. That it is being made is
     * written down before, so that whoever was interrupted can go on.
     */
    private Uni<Void> account(Place place, Invitation invitation, String name, @Nullable String password) {
        if (!people.areOurs()) {
            return Uni.createFrom().failure(signInFirst());
        }
        return people.isRegistered(invitation.email).flatMap(registered -> {
            if (registered) {
                return unitOfWork.as(place.tenant(), () -> requireAccountBegun(place.invitation()));
            }
            if (password == null) {
                throw ProblemException.invalid("password", "must be chosen, to sign in with");
            }
            return unitOfWork
                    .as(place.tenant(), () -> beginAccount(place.invitation()))
                    .chain(() -> people.register(new NewPerson(invitation.email, name, invitation.locale, password)))
                    .replaceWithVoid();
        });
    }

    @WithTransaction
    Uni<Void> requireAccountBegun(UUID id) {
        return invitations.existing(id).map(invitation -> {
            if (!invitation.accountBegun) {
                throw signInFirst();
            }
            return null;
        });
    }

    @WithTransaction
    Uni<Void> beginAccount(UUID id) {
        return invitations.beginAccount(id);
    }

    /** Locked first, so that of two at once the second finds what the first has done. */
    @WithTransaction
    Uni<AcceptedInvitation> join(UUID id, @Nullable UUID userId, @Nullable String name) {
        return invitations
                .forChange(id)
                .invoke(this::requireOpen)
                .flatMap(invitation -> invitation.memberId != null
                        ? members.joined(invitation.memberId)
                        : members.join(named(invitation.toMember(), name), userId)
                                .invoke(member -> invitation.accept(member.id(), clock.instant())))
                .flatMap(member -> tenants.current().map(tenant -> AcceptedInvitation.of(tenant, member)));
    }

    private static NewMember named(NewMember wanted, @Nullable String name) {
        return new NewMember(wanted.email(), name, wanted.role(), wanted.permissions());
    }

    @WithTransaction
    Uni<Invitation> open(UUID id) {
        return invitations.existing(id).invoke(this::requireOpen);
    }

    private void requireOpen(Invitation invitation) {
        if (invitation.status == InvitationStatus.CANCELLED) {
            throw ProblemException.of(InvitationProblem.NOT_FOUND, "Ask to be invited again.");
        }
        if (!clock.instant().isBefore(invitation.expiresAt)) {
            throw ProblemException.of(InvitationProblem.EXPIRED, "Ask to be invited again.");
        }
    }

    private Uni<Place> find(String token) {
        if (!InvitationLink.isToken(token)) {
            return Uni.createFrom()
                    .failure(ProblemException.of(InvitationProblem.NOT_FOUND, "Look at the newest mail."));
        }
        return acrossTenants
                .select("invitation_by_token", Tuple.of(TokenHash.of(token)))
                .map(rows -> {
                    var iterator = rows.iterator();
                    if (!iterator.hasNext()) {
                        throw ProblemException.of(InvitationProblem.NOT_FOUND, "Look at the newest mail.");
                    }
                    Row row = iterator.next();
                    return new Place(row.getUUID("tenant_id"), row.getUUID("invitation_id"));
                });
    }

    private static ProblemException forAnother() {
        return ProblemException.of(
                InvitationProblem.FOR_ANOTHER,
                "Sign in with the address that was invited, which the identity provider must have verified.");
    }

    private static ProblemException signInFirst() {
        return ProblemException.of(
                InvitationProblem.SIGN_IN_FIRST, "Send it again with the access token of the address' account.");
    }
}
