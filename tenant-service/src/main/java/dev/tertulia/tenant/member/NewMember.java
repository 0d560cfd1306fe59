package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be a member, known by the address they will sign in with.
 *
 * @param email in lower case
 */
public record NewMember(String email, @Nullable String name, Role role, List<String> permissions) {
    public NewMember {
        email = email.toLowerCase(Locale.ROOT);
        permissions = List.copyOf(permissions);
    }

    public static NewMember owner(String email, @Nullable String name) {
        return new NewMember(email, name, Role.OWNER, List.of());
    }
}
