package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.security.RolePermissions;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rule by which rights are handed on: known ones only, and nobody gives what they do not have. */
public final class Grants {
    /** What the keys of this map permit includes what their values do. */
    private static final Map<String, String> INCLUDED = Map.of(
            Permission.MEMBERS_READ, Permission.MEMBERS_READ_OWN,
            Permission.MEMBERS_MANAGE, Permission.MEMBERS_MANAGE_AGENTS);

    private static final Set<String> GRANTABLE = Arrays.stream(Role.values())
            .filter(role -> role != Role.PLATFORM_ADMIN)
            .flatMap(role -> RolePermissions.of(role).stream())
            // It goes with being the owner, and with nothing else.
            .filter(permission -> !permission.equals(Permission.OWNERSHIP_TRANSFER))
            .collect(Collectors.toUnmodifiableSet());

    private Grants() {}

    /** Fails with {@link MemberProblem#BEYOND_OWN_PERMISSIONS} and names what the caller lacks. */
    public static void requireHeld(Caller caller, Collection<String> given) {
        SortedSet<String> lacking = new TreeSet<>(given);
        lacking.removeAll(caller.permissions());
        INCLUDED.forEach((including, included) -> {
            if (caller.may(including)) {
                lacking.remove(included);
            }
        });
        if (!lacking.isEmpty()) {
            throw ProblemException.of(
                            MemberProblem.BEYOND_OWN_PERMISSIONS, "You lack " + String.join(", ", lacking) + ".")
                    .with("permissions", lacking);
        }
    }

    /** Fails with a 422 that names each one that is no permission in a tenant. */
    public static void requireKnown(String field, List<String> permissions) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < permissions.size(); i++) {
            if (!GRANTABLE.contains(permissions.get(i))) {
                errors.add(new FieldError(field + "[" + i + "]", "must be the name of a permission"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION_FAILED, null, errors);
        }
    }
}
