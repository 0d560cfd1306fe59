package dev.tertulia.tenant.invitation;

import dev.tertulia.platform.security.Role;
import dev.tertulia.tenant.member.NewMember;
import dev.tertulia.tenant.validation.LanguageTag;
import dev.tertulia.tenant.validation.MailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is asked to become what. */
@Schema(name = "NewInvitation")
record InviteRequest(
        @Schema(examples = "marta@panaderialuna.example") @NotBlank @MailAddress
        String email,

        @Schema(examples = "Marta Ríos") @Size(min = 1, max = 200) @Nullable
        String name,

        @Schema(examples = "agent") @NotNull Role role,

        @Schema(examples = "labels:manage", description = "Those beside the role's.") @Size(max = 50) @Nullable
        List<@NotNull String> permissions,

        @Schema(examples = "¡Empezamos el lunes!", description = "In the mail, as text.") @Size(max = 1000) @Nullable
        String message,

        @Schema(examples = "es-CO", description = "In which is written to them; absent: the tenant's.")
        @LanguageTag
        @Nullable
        String locale) {
    NewMember toMember() {
        return new NewMember(email, name, role, permissions == null ? List.of() : permissions);
    }
}
