package dev.tertulia.tenant.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Bidi;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes mails in the language of those who get them: Spanish, or else English. The first line of a {@code .txt} is the
 * subject, an empty one follows. Values are text wherever they stand: escaped in HTML, one line in a subject.
 */
@ApplicationScoped
class MailTexts {
    private static final Set<String> LANGUAGES = Set.of("es", "en");
    private static final String FALLBACK = "en";
    private static final String MESSAGE = "message";
    private static final String QUOTED = "quoted";

    /** Line breaks, which end a header, and what turns the direction of all that follows it. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final Pattern UNSEEN_BUT_LINES =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final String ISOLATE = "\u2068";
    private static final String END_OF_ISOLATE = "\u2069";

    private final Engine templates;

    MailTexts(Engine templates) {
        this.templates = templates;
    }

    MailText of(MailKind kind, MailContent content) {
        String language = language(content.locale());
        String name = "mail/" + language + "/" + kind.wireName();
        String text = rendered(name + ".txt", content);
        int end = text.indexOf('\n');
        return new MailText(
                language,
                text.substring(0, end).strip(),
                text.substring(end).strip() + "\n",
                rendered(name + ".html", content));
    }

    private String rendered(String name, MailContent content) {
        TemplateInstance instance = templates.getTemplate(name).instance();
        content.values().forEach((key, value) -> instance.data(key, harmless(key, value)));
        instance.data(QUOTED, quoted(content.values().getOrDefault(MESSAGE, "")));
        return instance.render();
    }

    private static String language(String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        return LANGUAGES.contains(language) ? language : FALLBACK;
    }

    /** Only what people write to each other has lines. */
    private static String harmless(String key, String value) {
        return key.equals(MESSAGE)
                ? UNSEEN_BUT_LINES
                        .matcher(value.replace("\r\n", "\n"))
                        .replaceAll("")
                        .strip()
                : isolated(UNSEEN.matcher(value).replaceAll(" ").strip());
    }

    private static String quoted(String message) {
        return harmless(MESSAGE, message).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    /** Arabic in a Spanish sentence must not reorder what stands beside it. */
    private static String isolated(String value) {
        return Bidi.requiresBidi(value.toCharArray(), 0, value.length()) ? ISOLATE + value + END_OF_ISOLATE : value;
    }
}
