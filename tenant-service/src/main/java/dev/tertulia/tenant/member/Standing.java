package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import dev.tertulia.tenant.role.RoleTable;
import dev.tertulia.tenant.user.User;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What decides whether a user is let in, and as what. */
@RegisterForReflection
@SuppressWarnings("ArrayRecordComponent") // as Hibernate reads the column
record Standing(
        @Nullable UUID userId,
        String email,
        String name,
        @Nullable String avatarUrl,
        Role role,
        String[] permissions,
        boolean active) {

    /** It is theirs, or nobody has signed in for it yet and they have shown that the address is theirs. */
    boolean admits(User user) {
        return active && (userId == null ? email.equals(user.verifiedEmail()) : userId.equals(user.id()));
    }

    /** Whether it is theirs already, and has them as they call themselves. */
    boolean shows(User user) {
        return user.id().equals(userId) && name.equals(user.name()) && Objects.equals(avatarUrl, user.avatarUrl());
    }

    /** Those of the role, as the tenant's table has them, and the extra ones. */
    Set<String> allPermissions(RoleTable table) {
        Set<String> all = new TreeSet<>(table.of(role));
        all.addAll(List.of(permissions));
        return all;
    }
}
