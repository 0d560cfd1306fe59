package dev.tertulia.local.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Takes mail by SMTP: GreenMail's server, which hands it to us instead of keeping it without bounds. */
@Singleton
class MailServer {
    private static final Logger LOG = Logger.getLogger(MailServer.class);

    private final Mails mails;
    private final GreenMail server;
    private final Clock clock = Clock.systemUTC();

    MailServer(Mails mails, MailConfig config) {
        this.mails = mails;
        server = new HandingOver(new ServerSetup(config.smtpPort(), config.smtpHost(), ServerSetup.PROTOCOL_SMTP));
    }

    void start(@Observes StartupEvent event) {
        server.start();
        LOG.infof("Mail is taken on port %d", port());
    }

    void stop(@Observes ShutdownEvent event) {
        server.stop();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    private void take(MovingMessage message) {
        List<String> to =
                message.getToAddresses().stream().map(MailAddress::getEmail).toList();
        mails.add(id -> MimeReading.read(id, clock.instant(), to, message.getMessage()));
    }

    private final class HandingOver extends GreenMail {
        HandingOver(ServerSetup setup) {
            super(setup);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers managers) {
            SmtpManager manager = new SmtpManager(managers.getImapHostManager(), managers.getUserManager()) {
                @Override
                public void send(SmtpState state) {
                    take(state.getMessage());
                }
            };
            return Map.of(ServerSetup.PROTOCOL_SMTP, new SmtpServer(config[0], managers) {
                @Override
                protected ProtocolHandler createProtocolHandler(Socket socket) {
                    return new SmtpHandler(new SmtpCommandRegistry(), manager, socket);
                }
            });
        }
    }
}
