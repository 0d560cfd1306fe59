package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed about a member. */
@Schema(name = "MemberChange")
record EditableMember(
        @Schema(examples = "supervisor") @NotNull Role role,

        @Schema(description = "Who is not active is let in nowhere, within a minute.") @NotNull
        Boolean active,

        @Schema(examples = "labels:manage", description = "Those beside the role's.") @Size(max = 50)
        List<@NotNull String> permissions) {

    EditableMember(Role role, Boolean active, @Nullable List<String> permissions) {
        this.role = role;
        this.active = active;
        this.permissions = permissions == null ? List.of() : permissions;
    }
}
