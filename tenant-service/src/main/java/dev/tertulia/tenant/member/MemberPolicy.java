package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.security.RolePermissions;
import dev.tertulia.platform.web.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who may make whom what. */
final class MemberPolicy {
    private static final Set<Role> LED_BY_SUPERVISORS = Set.of(Role.AGENT, Role.VIEWER);

    private MemberPolicy() {}

    static void checkCreation(Caller caller, NewMember wanted) {
        requireAssignable(wanted.role());
        Grants.requireKnown("permissions", wanted.permissions());
        Grants.requireHeld(caller, RolePermissions.of(wanted.role()));
        Grants.requireHeld(caller, wanted.permissions());
    }

    static void checkChange(Caller caller, Member target, EditableMember wanted) {
        EditableMember current = target.editable();
        if (wanted.equals(current)) {
            return;
        }
        if (target.role == Role.OWNER) {
            throw ProblemException.of(
                    MemberProblem.OWNER_PROTECTED, "Ownership is transferred to another member, never taken away.");
        }
        requireAssignable(wanted.role());
        Grants.requireKnown("permissions", wanted.permissions());
        if (target.id.equals(caller.memberId())) {
            throw ProblemException.of(MemberProblem.OWN_MEMBERSHIP, "Ask another one to do it.");
        }
        boolean led = LED_BY_SUPERVISORS.contains(target.role) && LED_BY_SUPERVISORS.contains(wanted.role());
        if (!led && !caller.may(Permission.MEMBERS_MANAGE)) {
            throw ProblemException.of(
                    MemberProblem.BEYOND_OWN_PERMISSIONS,
                    "With " + Permission.MEMBERS_MANAGE_AGENTS + " only agents and viewers can be changed.");
        }
        Grants.requireHeld(caller, added(current, wanted));
    }

    /** What the member could not do before. One who comes back could do nothing. */
    private static Set<String> added(EditableMember current, EditableMember wanted) {
        Set<String> added = all(wanted.role(), wanted.permissions());
        if (current.active()) {
            added.removeAll(all(current.role(), current.permissions()));
        }
        return added;
    }

    private static Set<String> all(Role role, List<String> extra) {
        Set<String> all = new HashSet<>(RolePermissions.of(role));
        all.addAll(extra);
        return all;
    }

    private static void requireAssignable(Role role) {
        if (role == Role.OWNER || role == Role.PLATFORM_ADMIN) {
            throw ProblemException.invalid(
                    "role", "must be admin, supervisor, agent or viewer; a tenant has one owner, who hands it over");
        }
    }
}
