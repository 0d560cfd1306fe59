package dev.tertulia.tenant;

import static org.awaitility.Awaitility.await;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the people of a test have in their mailboxes, read as they would: from the mail server. */
public final class Mailbox {
    private static final Pattern CODE = Pattern.compile("(?m)^ {4}([0-9]{4} [0-9]{4})\\s*$");
    private static final Pattern TOKEN = Pattern.compile("#token=(in_[A-Za-z0-9]+)");

    private Mailbox() {}

    /** A mail as it arrived, decoded. */
    public record Received(
            String id, String subject, String from, List<String> to, String text, String html, List<String> headers) {
        public String code() {
            return found(CODE);
        }

        public String token() {
            return found(TOKEN);
        }

        private String found(Pattern pattern) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("Not in the mail: " + pattern + "\n" + text);
            }
            return matcher.group(1);
        }
    }

    /** The last one, once there are so many. */
    public static Received last(String address, int count) {
        return all(address, count).getLast();
    }

    public static List<Received> all(String address, int count) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> of(address), mails -> mails.size() >= count);
    }

    /** In the order in which they came. */
    public static List<Received> of(String address) {
        Properties settings = new Properties();
        settings.put("mail.imap.host", "127.0.0.1");
        settings.put("mail.imap.port", System.getProperty(TestMailServer.IMAP_PORT));
        try (Store store = Session.getInstance(settings).getStore("imap")) {
            store.connect(address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<Received> mails = new ArrayList<>();
                for (Message message : inbox.getMessages()) {
                    mails.add(received(message));
                }
                return mails;
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received received(Message message) throws MessagingException, IOException {
        Multipart parts = (Multipart) message.getContent();
        List<String> headers = new ArrayList<>();
        message.getAllHeaders().asIterator().forEachRemaining(header -> headers.add(header.getName()));
        return new Received(
                message.getHeader("Message-ID")[0],
                message.getSubject(),
                ((InternetAddress) message.getFrom()[0]).toUnicodeString(),
                List.of(Objects.requireNonNull(message.getHeader("To"))),
                body(parts, "text/plain"),
                body(parts, "text/html"),
                headers);
    }

    private static String body(Multipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return ((String) part.getContent()).replace("\r\n", "\n");
            }
        }
        throw new AssertionError("No part is " + type);
    }
}
