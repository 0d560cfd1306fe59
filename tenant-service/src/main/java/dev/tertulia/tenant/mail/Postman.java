package dev.tertulia.tenant.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.IDN;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings a mail to the mail server. */
@ApplicationScoped
class Postman {
    private static final int MAX_CAUSES = 16;

    /** The server has understood and will not have it, whoever asks: no such mailbox, over its size, against its rules. */
    private static final Set<Integer> FINAL = Set.of(501, 550, 551, 552, 553, 554, 556);

    private final ReactiveMailer mailer;
    private final MailTexts texts;
    private final MailConfig config;

    Postman(ReactiveMailer mailer, MailTexts texts, MailConfig config) {
        this.mailer = mailer;
        this.texts = texts;
        this.config = config;
    }

    /** Done when the server has taken it. */
    Uni<Void> carry(QueuedMail mail) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(written(mail)))
                .ifNoItem()
                .after(config.timeLimit())
                .fail();
    }

    private Mail written(QueuedMail mail) {
        MailText text = texts.of(mail.kind(), mail.content());
        return new Mail()
                .addTo(ascii(mail.content().to()))
                .setSubject(text.subject())
                .setText(text.text())
                .setHtml(text.html())
                // The same however often it is sent, so that whoever gets it twice can tell.
                .addHeader("Message-ID", "<" + mail.place().id() + "@tertulia>")
                .addHeader("Content-Language", text.language())
                // Holiday notices are not to be sent back (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** Domains in other scripts go over the wire in the form that all mail servers know. */
    private static String ascii(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }

    /** Whether trying again would be in vain. */
    static boolean isFinal(Throwable failure) {
        SMTPException refusal = refusal(failure);
        return refusal == null ? failure instanceof IllegalArgumentException : FINAL.contains(refusal.getReplyCode());
    }

    /** A word for it, without what the server said, since addresses stand in that. */
    static String problem(Throwable failure) {
        SMTPException refusal = refusal(failure);
        return refusal == null ? failure.getClass().getSimpleName() : "smtp-" + refusal.getReplyCode();
    }

    private static @Nullable SMTPException refusal(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SMTPException refusal) {
                return refusal;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
