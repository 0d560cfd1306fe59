package dev.tertulia.tenant.member;

import dev.tertulia.contracts.tenant.MemberDeactivated;
import dev.tertulia.contracts.tenant.MemberDetails;
import dev.tertulia.contracts.tenant.MemberJoined;
import dev.tertulia.contracts.tenant.MemberRoleChanged;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.security.Role;
import dev.tertulia.tenant.user.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A user's place in one tenant, with a role. Each change gives the events that tell of it. */
@Entity
@DynamicUpdate
class Member {
    @Id
    UUID id;

    /** Null until the user has signed in once. */
    @Column(name = "user_id")
    @Nullable
    UUID userId;

    @Column(updatable = false)
    String email;

    String name;

    @Column(name = "avatar_url")
    @Nullable
    String avatarUrl;

    Role role;
    String[] permissions;
    boolean active;

    /** By which it is sorted and searched: the database makes it of the name. */
    @Column(name = "name_key", insertable = false, updatable = false)
    @Nullable
    String nameKey;

    // Written by a statement of its own, at most once a minute.
    @Column(name = "last_seen_at", insertable = false, updatable = false)
    @Nullable
    Instant lastSeenAt;

    @Column(name = "event_sequence")
    long eventSequence;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /** For Hibernate. */
    Member() {}

    /** A member who has not signed in yet, called by the name given or what stands before the @ of the address. */
    Member(UUID id, NewMember wanted, Instant now) {
        this.id = id;
        email = wanted.email();
        name = wanted.name() == null ? email.substring(0, email.indexOf('@')) : wanted.name();
        role = wanted.role();
        permissions = sorted(wanted.permissions());
        active = true;
        createdAt = now;
    }

    OutboxEvent joined() {
        return event(TenantTopics.MEMBER_JOINED, new MemberJoined(id, details()));
    }

    EditableMember editable() {
        return new EditableMember(role, active, List.of(permissions));
    }

    List<OutboxEvent> change(EditableMember wanted) {
        List<OutboxEvent> events = new ArrayList<>();
        Role previousRole = role;
        String[] previousPermissions = permissions;
        boolean wasActive = active;
        role = wanted.role();
        permissions = sorted(wanted.permissions());
        active = wanted.active();
        if (role != previousRole || !List.of(permissions).equals(List.of(previousPermissions))) {
            events.add(event(
                    TenantTopics.MEMBER_ROLE_CHANGED, new MemberRoleChanged(id, previousRole.wireName(), details())));
        }
        if (wasActive && !active) {
            events.add(event(TenantTopics.MEMBER_DEACTIVATED, new MemberDeactivated(id, details())));
        }
        if (!wasActive && active) {
            events.add(joined());
        }
        return events;
    }

    /** Stays as an admin. The database allows no two owners, so this is written before somebody else takes over. */
    OutboxEvent giveUpOwnership() {
        return become(Role.ADMIN);
    }

    OutboxEvent takeOver() {
        return become(Role.OWNER);
    }

    private OutboxEvent become(Role wanted) {
        Role previousRole = role;
        role = wanted;
        return event(TenantTopics.MEMBER_ROLE_CHANGED, new MemberRoleChanged(id, previousRole.wireName(), details()));
    }

    Standing standing() {
        return new Standing(userId, email, name, avatarUrl, role, permissions, active);
    }

    /** The membership is this user's from now on, and shows them as they call themselves. */
    void meet(User user) {
        userId = user.id();
        name = user.name();
        avatarUrl = user.avatarUrl();
    }

    private MemberDetails details() {
        return new MemberDetails(name, email, role.wireName(), List.of(permissions));
    }

    private OutboxEvent event(String topic, Object payload) {
        return OutboxEvent.of(topic, id, ++eventSequence, payload);
    }

    private static String[] sorted(List<String> permissions) {
        return permissions.stream().sorted().distinct().toArray(String[]::new);
    }
}
