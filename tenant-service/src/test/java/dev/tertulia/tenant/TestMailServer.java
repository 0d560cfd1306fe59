package dev.tertulia.tenant;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mail server for tests: takes mail by SMTP and shows it by IMAP ({@link Mailbox}). It has no mailbox for addresses that
 * begin with {@code nobody-}, and is busy the first two times for those that begin with {@code busy-}. Tests and test
 * resources are loaded by several class loaders, so they meet in the system properties.
 */
public class TestMailServer implements QuarkusTestResourceLifecycleManager {
    static final String IMAP_PORT = "tertulia.test.imap.port";
    private static final int BUSY_TIMES = 2;

    private @Nullable GreenMail server;

    @Override
    public Map<String, String> start() {
        GreenMail started = new RefusingGreenMail();
        started.start();
        // Whoever may read the port may read the mail.
        started.getUserManager().setAuthRequired(false);
        System.setProperty(IMAP_PORT, Integer.toString(started.getImap().getPort()));
        server = started;
        return Map.of(
                "MAIL_HOST", "127.0.0.1",
                "MAIL_PORT", Integer.toString(started.getSmtp().getPort()),
                "MAIL_FROM", "Tertulia <no-reply@tertulia.test>",
                "TERTULIA_CONSOLE_URL", "https://console.tertulia.test",
                "tertulia.mail.poll-interval", "200ms",
                "tertulia.mail.first-pause", "100ms");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private static final class RefusingGreenMail extends GreenMail {
        RefusingGreenMail() {
            super(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers managers) {
            Map<String, AbstractServer> services = new HashMap<>(super.createServices(config, managers));
            SmtpManager refusing = new RefusingManager(managers);
            services.put(ServerSetup.PROTOCOL_SMTP, new SmtpServer(config[0], managers) {
                @Override
                protected ProtocolHandler createProtocolHandler(Socket socket) {
                    return new SmtpHandler(new SmtpCommandRegistry(), refusing, socket);
                }
            });
            return services;
        }
    }

    private static final class RefusingManager extends SmtpManager {
        private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

        RefusingManager(Managers managers) {
            super(managers.getImapHostManager(), managers.getUserManager());
        }

        @Override
        public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
            String address = recipient.getEmail();
            if (address.startsWith("nobody-")) {
                return "550 5.1.1 No such mailbox";
            }
            boolean busy = address.startsWith("busy-")
                    && tries.computeIfAbsent(address, first -> new AtomicInteger())
                                    .incrementAndGet()
                            <= BUSY_TIMES;
            return busy ? "451 4.3.0 Busy, come again" : null;
        }
    }
}
