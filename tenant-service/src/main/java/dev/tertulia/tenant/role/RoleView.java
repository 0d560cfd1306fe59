package dev.tertulia.tenant.role;

import dev.tertulia.platform.security.Role;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A role as it is shown. */
@Schema(name = "Role")
record RoleView(
        @Schema(examples = "agent") Role role,

        @Schema(examples = "[\"conversations:read\",\"messages:send\"]")
        SortedSet<String> permissions) {

    static RoleView of(Role role, RoleTable table) {
        return new RoleView(role, new TreeSet<>(table.of(role)));
    }
}
