package dev.tertulia.tenant.invitation;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.Constraints;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.mail.MailKind;
import dev.tertulia.tenant.mail.MailQueue;
import dev.tertulia.tenant.mail.MailStanding;
import dev.tertulia.tenant.member.MemberService;
import dev.tertulia.tenant.member.NewMember;
import dev.tertulia.tenant.tenant.TenantService;
import dev.tertulia.tenant.tenant.TenantView;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tenant's managers do with invitations. */
@ApplicationScoped
class InvitationService {
    private static final Duration DAY = Duration.ofDays(1);

    private final InvitationRepository invitations;
    private final InvitationMails mails;
    private final MailQueue queue;
    private final MemberService members;
    private final TenantService tenants;
    private final Outbox outbox;
    private final InvitationConfig config;
    private final Clock clock;

    InvitationService(
            InvitationRepository invitations,
            InvitationMails mails,
            MailQueue queue,
            MemberService members,
            TenantService tenants,
            Outbox outbox,
            InvitationConfig config,
            Clock clock) {
        this.invitations = invitations;
        this.mails = mails;
        this.queue = queue;
        this.members = members;
        this.tenants = tenants;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Page<InvitationView>> page(PageRequest page, @Nullable InvitationStatus status) {
        Instant now = clock.instant();
        return invitations
                .page(page, status, now)
                .flatMap(rows -> queue.standing(
                                rows.stream().map(row -> row.mailId).toList())
                        .map(standing -> Page.of(rows, page, row -> InvitationRepository.BY_ID.cursor(row.id))
                                .map(row -> InvitationView.from(
                                        row, Objects.requireNonNull(standing.get(row.mailId)), now))));
    }

    /** Fails with {@link InvitationProblem#NOT_FOUND}. */
    @WithTransaction
    Uni<InvitationView> get(UUID id) {
        return invitations
                .existing(id)
                .flatMap(invitation -> queue.standing(List.of(invitation.mailId))
                        .map(standing -> InvitationView.from(
                                invitation, Objects.requireNonNull(standing.get(invitation.mailId)), clock.instant())));
    }

    /**
     * Writes to somebody, and tells of it. Nobody asks somebody to become what they could not make them. Fails with {@link
     * InvitationProblem#EXISTS} while an invitation for the address waits.
     */
    @WithTransaction
    Uni<InvitationView> invite(Caller caller, InviteRequest request) {
        NewMember wanted = request.toMember();
        members.checkInvitation(caller, wanted);
        Instant now = clock.instant();
        return members.requireNoActive(wanted.email())
                .chain(invitations::alone)
                .chain(() -> requireLeftToday(now))
                .chain(() -> invitations.expire(wanted.email(), now))
                .chain(tenants::current)
                .flatMap(tenant -> add(caller, wanted, request, tenant, now));
    }

    private Uni<InvitationView> add(
            Caller caller, NewMember wanted, InviteRequest request, TenantView tenant, Instant now) {
        String locale = Objects.requireNonNullElse(request.locale(), tenant.locale());
        InvitationLink link = InvitationLink.draw(now, config.validFor());
        Invitation invitation = new Invitation(UuidV7.next(), wanted, request.message(), locale, caller.actor(), link);
        return mails.send(MailKind.INVITATION, invitation, link, tenant.name())
                .chain(() -> invitations.persistAndFlush(invitation))
                .onFailure(failure -> Constraints.broke("invitation_pending", failure))
                .transform(failure ->
                        ProblemException.of(InvitationProblem.EXISTS, "Remind them, or cancel that invitation first."))
                .call(() -> outbox.append(invitation.invited()))
                .map(saved -> InvitationView.from(saved, MailStanding.WAITING, now));
    }

    /**
     * Writes again, with a new link that holds as long as the first one did; the one before opens nothing any more. Fails
     * with {@link InvitationProblem#NOT_PENDING} and {@link InvitationProblem#REMINDED_ENOUGH}, and with a 429 where it is
     * too soon.
     */
    @WithTransaction
    Uni<InvitationView> remind(UUID id) {
        Instant now = clock.instant();
        // The tenant's lock first, as when somebody is invited: two never wait for each other.
        return invitations
                .alone()
                .chain(() -> invitations.forChange(id))
                .invoke(invitation -> requireRemindable(invitation, now))
                .call(invitation -> requireLeftToday(now))
                .call(mails::withdraw)
                .call(invitation -> tenants.current().flatMap(tenant -> {
                    InvitationLink link = InvitationLink.draw(now, config.validFor());
                    invitation.remind(link);
                    return mails.send(MailKind.INVITATION_REMINDER, invitation, link, tenant.name());
                }))
                .call(invitations::flush)
                .map(invitation -> InvitationView.from(invitation, MailStanding.WAITING, now));
    }

    /** Its link opens nothing any more. Repeating it is a no-op; fails with {@link InvitationProblem#NOT_PENDING}. */
    @WithTransaction
    Uni<Void> cancel(UUID id) {
        Instant now = clock.instant();
        return invitations.forChange(id).flatMap(invitation -> {
            if (invitation.status == InvitationStatus.ACCEPTED) {
                throw ProblemException.of(
                        InvitationProblem.NOT_PENDING, "It was accepted: deactivate the member instead.");
            }
            if (invitation.status != InvitationStatus.PENDING) {
                return Uni.createFrom().voidItem();
            }
            invitation.cancel(now);
            return mails.withdraw(invitation);
        });
    }

    private void requireRemindable(Invitation invitation, Instant now) {
        if (invitation.statusAt(now) != InvitationStatus.PENDING) {
            throw ProblemException.of(InvitationProblem.NOT_PENDING, "Invite them anew.");
        }
        if (invitation.reminders >= config.reminders()) {
            throw ProblemException.of(InvitationProblem.REMINDED_ENOUGH, "Ask them in another way.");
        }
        Instant again = invitation.sentAt.plus(config.remindAfter());
        if (now.isBefore(again)) {
            throw ProblemException.of(CommonProblem.TOO_MANY_REQUESTS, "They were written to a moment ago.")
                    .retryAfter(Duration.between(now, again));
        }
    }

    private Uni<Void> requireLeftToday(Instant now) {
        return invitations.mailsSince(now.minus(DAY)).map(sent -> {
            if (sent >= config.perDay()) {
                throw ProblemException.of(
                                CommonProblem.TOO_MANY_REQUESTS,
                                "At most " + config.perDay() + " invitations can be sent in a day, reminders too.")
                        .retryAfter(Duration.ofHours(1));
            }
            return null;
        });
    }
}
