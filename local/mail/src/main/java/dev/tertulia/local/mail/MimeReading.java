package dev.tertulia.local.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes of a MIME message what people want to see of it. */
final class MimeReading {
    private MimeReading() {}

    static Mail read(long id, Instant at, List<String> to, MimeMessage message) {
        try {
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            message.writeTo(source);
            return new Mail(
                    id,
                    at,
                    from(message.getFrom()),
                    to,
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    body(message, "text/plain"),
                    body(message, "text/html"),
                    source.toByteArray());
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("Not a message that can be read", e);
        }
    }

    private static String from(Address @Nullable [] from) {
        if (from == null || from.length == 0) {
            return "";
        }
        return from[0] instanceof InternetAddress address ? address.toUnicodeString() : from[0].toString();
    }

    /** The first part of the type that is no attachment. */
    private static @Nullable String body(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = body(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return part.isMimeType(type) && content instanceof String text ? text : null;
    }
}
