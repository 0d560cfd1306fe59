package dev.tertulia.tenant.mail;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A mail to be written to somebody.
 *
 * @param id whoever gets the mail twice can tell by it
 * @param to one address
 * @param locale a BCP 47 tag: the language in which it is written, if there are texts in it
 * @param values what the texts of its kind ask for; whatever is in them, they stay text
 * @param usefulUntil when what it says has no use any more: it is not sent later than that
 */
public record NewMail(
        UUID id, MailKind kind, String to, String locale, Map<String, String> values, Instant usefulUntil) {
    public NewMail {
        values = Map.copyOf(values);
    }

    /** Without the values, which may be codes and tokens. */
    @Override
    public String toString() {
        return "NewMail[" + id + "]";
    }
}
