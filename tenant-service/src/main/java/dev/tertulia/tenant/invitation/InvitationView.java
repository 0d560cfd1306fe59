package dev.tertulia.tenant.invitation;

import dev.tertulia.platform.security.Role;
import dev.tertulia.tenant.mail.MailStanding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation as it is shown to those who manage them. */
@Schema(name = "Invitation")
record InvitationView(
        @Schema(examples = "0199b0c5-3c52-7d10-8a6e-2b7f4c1d9e30")
        UUID id,

        @Schema(examples = "marta@panaderialuna.example") String email,

        @Schema(examples = "Marta Ríos") @Nullable String name,

        @Schema(examples = "agent") Role role,

        @Schema(examples = "labels:manage", description = "Those beside the role's.")
        List<String> permissions,

        @Schema(examples = "¡Empezamos el lunes!") @Nullable String message,
        @Schema(examples = "es-CO") String locale,
        @Schema(examples = "pending") InvitationStatus status,

        @Schema(
                examples = "sent",
                description = "How far the last mail has come: waiting, sent (the mail server took it) or failed.")
        MailStanding mail,

        @Schema(description = "The member who asked; absent for an API key and a platform administrator.") @Nullable
        UUID invitedBy,

        @Schema(examples = "Ana Luna") String invitedByName,
        @Schema(examples = "0") int reminders,

        @Schema(description = "When the last mail was written.")
        Instant sentAt,

        Instant expiresAt,

        @Schema(description = "Who became of it.") @Nullable UUID memberId,

        @Schema(description = "When it was accepted or cancelled.") @Nullable
        Instant endedAt,

        Instant createdAt) {

    static InvitationView from(Invitation invitation, MailStanding mail, Instant now) {
        return new InvitationView(
                invitation.id,
                invitation.email,
                invitation.name,
                invitation.role,
                List.of(invitation.permissions),
                invitation.message,
                invitation.locale,
                invitation.statusAt(now),
                mail,
                invitation.invitedBy,
                invitation.invitedByName,
                invitation.reminders,
                invitation.sentAt,
                invitation.expiresAt,
                invitation.memberId,
                invitation.endedAt,
                invitation.createdAt);
    }
}
