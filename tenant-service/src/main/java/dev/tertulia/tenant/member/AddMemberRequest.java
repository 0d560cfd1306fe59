package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to become a member. */
@Schema(name = "NewMember")
public record AddMemberRequest(
        @Schema(examples = "marta@panaderialuna.example", description = "With which they will sign in.")
        @NotBlank
        @Email
        @Size(max = 254)
        String email,

        @Schema(examples = "Marta Ríos", description = "Until they sign in and say it themselves.")
        @Size(min = 1, max = 200)
        @Nullable
        String name,

        @Schema(examples = "agent") @NotNull Role role,

        @Schema(examples = "labels:manage", description = "Those beside the role's.") @Size(max = 50) @Nullable
        List<@NotNull String> permissions) {

    public NewMember toMember() {
        return new NewMember(email, name, role, permissions == null ? List.of() : permissions);
    }
}
