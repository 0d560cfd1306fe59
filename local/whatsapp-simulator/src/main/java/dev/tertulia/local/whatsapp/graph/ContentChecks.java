package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules for each kind of message. */
final class ContentChecks {

    static final Set<String> MEDIA = new TreeSet<>(List.of("audio", "document", "image", "sticker", "video"));
    static final Set<String> TYPES = new TreeSet<>(List.of(
            "audio",
            "contacts",
            "document",
            "image",
            "interactive",
            "location",
            "reaction",
            "sticker",
            "template",
            "text",
            "video"));

    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_CAPTION = 1_024;
    private static final int MOST_CARDS = 257;

    private ContentChecks() {}

    /** The part of the body that the type names, checked. */
    static JsonNode check(String type, ObjectNode body) {
        if (type.equals("contacts")) {
            return contacts(body);
        }
        ObjectNode part = Params.object(body, type, type);
        switch (type) {
            case "text" -> Params.text(part, "body", "text['body']", LONGEST_TEXT);
            case "location" -> location(part);
            case "reaction" -> reaction(part);
            case "template" -> template(part);
            case "interactive" -> InteractiveChecks.check(part);
            default -> medium(type, part, type);
        }
        return part;
    }

    /** A medium is named by exactly one of id and link. */
    static void medium(String type, ObjectNode part, String path) {
        boolean byId = part.hasNonNull("id");
        boolean byLink = part.hasNonNull("link");
        if (byId == byLink) {
            throw GraphError.parameter(
                    byId
                            ? "Only one of " + path + "['id'] and " + path + "['link'] can be given."
                            : "The parameter " + path + "['link'] or " + path + "['id'] is required.");
        }
        if (byLink) {
            Params.link(Params.text(part, "link", path + "['link']", LONGEST_TEXT), path + "['link']");
        }
        boolean speechless = type.equals("audio") || type.equals("sticker");
        if (speechless && part.hasNonNull("caption")) {
            throw GraphError.parameter("Unexpected key \"caption\" on param \"" + path + "\".");
        }
        Params.optionalText(part, "caption", path + "['caption']", LONGEST_CAPTION);
        Params.optionalText(part, "filename", path + "['filename']", 240);
    }

    private static void location(ObjectNode part) {
        Params.number(part, "latitude", "location['latitude']", -90, 90);
        Params.number(part, "longitude", "location['longitude']", -180, 180);
        Params.optionalText(part, "name", "location['name']", 1_000);
        Params.optionalText(part, "address", "location['address']", 1_000);
    }

    private static void reaction(ObjectNode part) {
        Params.text(part, "message_id", "reaction['message_id']", 512);
        String emoji = Params.optionalText(part, "emoji", "reaction['emoji']", 32);
        if (emoji == null) {
            throw GraphError.of(131008, "Parameter 'reaction['emoji']' is required.");
        }
        if (!emoji.isEmpty()
                && emoji.codePoints().allMatch(c -> c < 0x80 && c != '#' && c != '*' && !Character.isDigit(c))) {
            throw GraphError.of(131009, "reaction['emoji'] is not an emoji");
        }
    }

    private static void template(ObjectNode part) {
        Params.text(part, "name", "template['name']", 512);
        ObjectNode language = Params.object(part, "language", "template['language']");
        Params.text(language, "code", "template['language']['code']", 20);
    }

    private static JsonNode contacts(ObjectNode body) {
        JsonNode cards = Params.array(body, "contacts", "contacts", MOST_CARDS);
        for (int i = 0; i < cards.size(); i++) {
            String path = "contacts[" + i + "]";
            if (!(cards.get(i) instanceof ObjectNode card)) {
                throw GraphError.parameter("Param " + path + " must be a JSON object.");
            }
            ObjectNode name = Params.object(card, "name", path + "['name']");
            Params.text(name, "formatted_name", path + "['name']['formatted_name']", 1_000);
            boolean named = List.of("first_name", "last_name", "middle_name", "suffix", "prefix").stream()
                    .anyMatch(name::hasNonNull);
            if (!named) {
                throw GraphError.of(131009, path + "['name'] must have one more member beside formatted_name");
            }
        }
        return cards;
    }
}
