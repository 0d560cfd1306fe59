package dev.tertulia.tenant.invitation;

import dev.tertulia.tenant.mail.MailConfig;
import dev.tertulia.tenant.mail.MailKind;
import dev.tertulia.tenant.mail.MailQueue;
import dev.tertulia.tenant.mail.NewMail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;

/** Writes to those who are invited. */
@ApplicationScoped
class InvitationMails {
    /** After the '#', so that browsers tell it to no server. */
    private static final String LINK = "%s/accept-invitation#token=%s";

    private final MailQueue mails;
    private final MailConfig mailConfig;
    private final InvitationConfig config;

    InvitationMails(MailQueue mails, MailConfig mailConfig, InvitationConfig config) {
        this.mails = mails;
        this.mailConfig = mailConfig;
        this.config = config;
    }

    /** Puts the mail into the transaction under way. */
    Uni<Void> send(MailKind kind, Invitation invitation, InvitationLink link, String tenantName) {
        return mails.add(new NewMail(
                link.mailId(),
                kind,
                invitation.email,
                invitation.locale,
                Map.of(
                        "tenant", tenantName,
                        "inviter", invitation.invitedByName,
                        "role", invitation.role.wireName(),
                        "message", Objects.requireNonNullElse(invitation.message, ""),
                        "link", LINK.formatted(mailConfig.consoleUrl(), link.token()),
                        "days", Long.toString(config.validFor().toDays())),
                link.expiresAt()));
    }

    /** What is not with the mail server yet had better not go out: its link opens nothing. */
    Uni<Void> withdraw(Invitation invitation) {
        return mails.withdraw(invitation.mailId);
    }
}
