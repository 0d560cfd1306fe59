package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.messaging.inbound.MessageKind;
import dev.tertulia.messaging.outbound.ContentViolation;
import dev.tertulia.messaging.outbound.OutboundContent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp takes, known before it is asked. Lengths count what people see as characters, code points.
 *
 * <p>Source: Meta's reference of the Cloud API's messages and media.
 */
public final class WhatsAppLimits {

    public static final int MAX_TEXT_LENGTH = 4_096;
    public static final int MAX_CAPTION_LENGTH = 1_024;

    private static final int MAX_FILE_NAME_LENGTH = 240;
    private static final int MAX_LINK_LENGTH = 2_048;
    private static final int MAX_PLACE_LENGTH = 1_000;
    private static final int MAX_CARDS = 257;
    private static final int MAX_EMOJI_LENGTH = 32;

    private static final Pattern TEMPLATE_NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,3}|_[A-Z][a-z]{3})?");

    private static final long MEGABYTE = 1024L * 1024;

    private record FileLimit(Set<String> types, long maxBytes) {}

    private static final Map<MessageKind, FileLimit> FILES = Map.of(
            MessageKind.IMAGE, new FileLimit(Set.of("image/jpeg", "image/png"), 5 * MEGABYTE),
            MessageKind.VIDEO, new FileLimit(Set.of("video/mp4", "video/3gpp"), 16 * MEGABYTE),
            MessageKind.AUDIO,
                    new FileLimit(
                            Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"), 16 * MEGABYTE),
            MessageKind.STICKER, new FileLimit(Set.of("image/webp"), MEGABYTE / 2),
            MessageKind.DOCUMENT, new FileLimit(Set.of(), 100 * MEGABYTE));

    private WhatsAppLimits() {}

    /** All that is wrong with it; empty when WhatsApp should take it. */
    public static List<ContentViolation> check(OutboundContent content) {
        Findings found = new Findings();
        switch (content) {
            case OutboundContent.Text text -> found.length("text", text.body(), 1, MAX_TEXT_LENGTH);
            case OutboundContent.Media media -> media(media, found);
            case OutboundContent.Template template -> template(template, found);
            case OutboundContent.Interactive interactive -> InteractiveLimits.check(interactive.body(), found);
            case OutboundContent.Location location -> location(location, found);
            case OutboundContent.Contacts contacts -> contacts(contacts, found);
            case OutboundContent.Reaction reaction -> {
                found.length("reaction.targetExternalId", reaction.targetExternalId(), 1, WireJson.MAX_ID_LENGTH);
                if (reaction.emoji() != null) {
                    found.length("reaction.emoji", reaction.emoji(), 1, MAX_EMOJI_LENGTH);
                }
            }
        }
        return found.all();
    }

    /** Whether a file can go out as this kind. @param contentType with or without parameters */
    public static List<ContentViolation> checkFile(MessageKind kind, String contentType, long sizeBytes) {
        Findings found = new Findings();
        FileLimit limit = FILES.get(kind);
        if (limit == null) {
            found.add("kind", "Choose image, audio, video, document or sticker");
            return found.all();
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!limit.types().isEmpty() && !limit.types().contains(type)) {
            found.add(
                    "contentType",
                    "Convert the file to "
                            + String.join(
                                    " or ", limit.types().stream().sorted().toList())
                            + ", or send it as a document: WhatsApp takes no " + type + " as " + kind.wireName());
        }
        if (sizeBytes <= 0) {
            found.add("sizeBytes", "Choose another file: this one is empty");
        } else if (sizeBytes > limit.maxBytes()) {
            found.add(
                    "sizeBytes",
                    "Make the file smaller than " + limit.maxBytes() / 1024 + " KiB: it has " + sizeBytes / 1024);
        }
        return found.all();
    }

    private static void media(OutboundContent.Media media, Findings found) {
        if (!media.kind().isMedia()) {
            found.add("kind", "Choose image, audio, video, document or sticker");
        }
        if ((media.providerMediaId() == null) == (media.link() == null)) {
            found.add("media", "Give either a file or a link to one");
        }
        if (media.link() != null && !isWebLink(media.link())) {
            found.add("media.link", "Give a link that starts with https:// and that the provider can open");
        }
        if (media.caption() != null) {
            if (media.kind() == MessageKind.AUDIO || media.kind() == MessageKind.STICKER) {
                found.add(
                        "text",
                        "Send the text as a message of its own: WhatsApp shows none with "
                                + (media.kind() == MessageKind.AUDIO ? "audio" : "stickers"));
            } else {
                found.length("text", media.caption(), 0, MAX_CAPTION_LENGTH);
            }
        }
        if (media.fileName() != null) {
            found.length("media.fileName", media.fileName(), 1, MAX_FILE_NAME_LENGTH);
        }
        if (media.voice() && media.kind() != MessageKind.AUDIO) {
            found.add("media.voice", "Only audio can be a voice note");
        }
    }

    static boolean isWebLink(String link) {
        if (link.length() > MAX_LINK_LENGTH) {
            return false;
        }
        try {
            URI uri = new URI(link);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException notALink) {
            return false;
        }
    }

    private static void template(OutboundContent.Template template, Findings found) {
        if (!TEMPLATE_NAME.matcher(template.name()).matches()) {
            found.add("template.name", "Give the template's name: lower-case letters, digits and underscores");
        }
        if (!LANGUAGE.matcher(template.language()).matches()) {
            found.add("template.language", "Give the template's language as WhatsApp writes it: es, es_MX or pt_BR");
        }
        if (template.components() != null) {
            for (int i = 0; i < template.components().size(); i++) {
                if (WireJson.id(template.components().get(i), "type") == null) {
                    found.add("template.components[" + i + "].type", "Say which part it is: header, body or button");
                }
            }
        }
    }

    private static void location(OutboundContent.Location location, Findings found) {
        if (!(Math.abs(location.latitude()) <= 90)) {
            found.add("location.latitude", "Give degrees from -90 to 90");
        }
        if (!(Math.abs(location.longitude()) <= 180)) {
            found.add("location.longitude", "Give degrees from -180 to 180");
        }
        found.optionalLength("location.name", location.name(), MAX_PLACE_LENGTH);
        found.optionalLength("location.address", location.address(), MAX_PLACE_LENGTH);
    }

    private static void contacts(OutboundContent.Contacts contacts, Findings found) {
        if (contacts.cards().isEmpty() || contacts.cards().size() > MAX_CARDS) {
            found.add("contacts", "Give 1 to " + MAX_CARDS + " contacts");
        }
        for (int i = 0; i < contacts.cards().size() && i < MAX_CARDS; i++) {
            JsonNode name = WireJson.object(contacts.cards().get(i), "name");
            if (WireJson.words(name, "formatted_name") == null) {
                found.add("contacts[" + i + "].name.formatted_name", "Give the name to show");
            }
            boolean anyPart = name != null
                    && (WireJson.has(name, "first_name")
                            || WireJson.has(name, "last_name")
                            || WireJson.has(name, "middle_name")
                            || WireJson.has(name, "prefix")
                            || WireJson.has(name, "suffix"));
            if (!anyPart) {
                found.add("contacts[" + i + "].name.first_name", "Give the first name, or another part of the name");
            }
        }
    }

    /** Collects violations, with the ones that recur in words of their own. */
    static final class Findings {

        private final List<ContentViolation> violations = new ArrayList<>();

        void add(String field, String message) {
            violations.add(new ContentViolation(field, message));
        }

        void length(String field, @Nullable String value, int min, int max) {
            if (value == null || (min > 0 && value.isBlank())) {
                if (min > 0) {
                    add(field, "Fill this in");
                }
                return;
            }
            int length = value.codePointCount(0, value.length());
            if (length > max) {
                add(field, "Shorten this to " + max + " characters: it has " + length);
            }
        }

        void optionalLength(String field, @Nullable String value, int max) {
            length(field, value, 0, max);
        }

        List<ContentViolation> all() {
            return List.copyOf(violations);
        }
    }
}
