package dev.tertulia.tenant.invitation;

import dev.tertulia.contracts.tenant.MemberInvited;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.platform.crypto.TokenHash;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Role;
import dev.tertulia.tenant.member.NewMember;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Somebody is asked to become a member. Of the token that their link holds only a hash is kept. */
@Entity
@DynamicUpdate
class Invitation {
    private static final long FIRST_EVENT = 1;

    @Id
    UUID id;

    @Column(updatable = false)
    String email;

    @Column(updatable = false)
    @Nullable
    String name;

    @Column(updatable = false)
    Role role;

    @Column(updatable = false)
    String[] permissions;

    @Column(updatable = false)
    @Nullable
    String message;

    @Column(updatable = false)
    String locale;

    @Column(name = "token_hash")
    String tokenHash;

    InvitationStatus status;

    @Column(name = "invited_by", updatable = false)
    @Nullable
    UUID invitedBy;

    @Column(name = "invited_by_name", updatable = false)
    String invitedByName;

    int reminders;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "mail_id")
    UUID mailId;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "account_begun")
    boolean accountBegun;

    @Column(name = "member_id")
    @Nullable
    UUID memberId;

    /** When it was accepted or cancelled. */
    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /** For Hibernate. */
    Invitation() {}

    Invitation(UUID id, NewMember wanted, @Nullable String message, String locale, Actor inviter, InvitationLink link) {
        this.id = id;
        email = wanted.email();
        name = wanted.name();
        role = wanted.role();
        permissions = wanted.permissions().stream().sorted().distinct().toArray(String[]::new);
        this.message = message;
        this.locale = locale;
        status = InvitationStatus.PENDING;
        invitedBy = inviter.memberId();
        invitedByName = inviter.name();
        createdAt = link.sentAt();
        open(link);
    }

    OutboxEvent invited() {
        return OutboxEvent.of(
                TenantTopics.MEMBER_INVITED,
                id,
                FIRST_EVENT,
                new MemberInvited(id, email, name, role.wireName(), List.of(permissions), invitedBy));
    }

    /** With another link; the one before opens nothing any more. */
    void remind(InvitationLink link) {
        reminders++;
        open(link);
    }

    private void open(InvitationLink link) {
        tokenHash = TokenHash.of(link.token());
        mailId = link.mailId();
        sentAt = link.sentAt();
        expiresAt = link.expiresAt();
    }

    InvitationStatus statusAt(Instant now) {
        return status == InvitationStatus.PENDING && !now.isBefore(expiresAt) ? InvitationStatus.EXPIRED : status;
    }

    void accept(UUID member, Instant now) {
        status = InvitationStatus.ACCEPTED;
        memberId = member;
        endedAt = now;
    }

    void cancel(Instant now) {
        status = InvitationStatus.CANCELLED;
        endedAt = now;
    }

    NewMember toMember() {
        return new NewMember(email, name, role, List.of(permissions));
    }
}
