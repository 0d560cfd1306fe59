package dev.tertulia.tenant.invitation;

import dev.tertulia.platform.security.Role;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation as it is shown to who got it by mail. */
@Schema(name = "ReceivedInvitation")
record ReceivedInvitation(
        @Schema(examples = "Panadería Luna") String tenantName,
        @Schema(examples = "Ana Luna") String invitedByName,
        @Schema(examples = "marta@panaderialuna.example") String email,

        @Schema(examples = "Marta Ríos") @Nullable String name,

        @Schema(examples = "agent") Role role,

        @Schema(examples = "¡Empezamos el lunes!") @Nullable String message,
        @Schema(examples = "es-CO") String locale,
        @Schema(examples = "pending") InvitationStatus status,
        Instant expiresAt,

        @Schema(
                examples = "choose-password",
                description =
                        "How to accept: sign-in first, as the address has an account or accounts come from elsewhere;"
                                + " or choose-password, with the acceptance.")
        WayToAccept way) {

    static ReceivedInvitation from(Invitation invitation, String tenantName, WayToAccept way, Instant now) {
        return new ReceivedInvitation(
                tenantName,
                invitation.invitedByName,
                invitation.email,
                invitation.name,
                invitation.role,
                invitation.message,
                invitation.locale,
                invitation.statusAt(now),
                invitation.expiresAt,
                way);
    }
}
