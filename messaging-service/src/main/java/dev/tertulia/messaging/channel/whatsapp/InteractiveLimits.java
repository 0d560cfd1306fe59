package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.channel.whatsapp.WhatsAppLimits.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Limits of interactive messages. Buttons, lists and links are looked at in detail; of kinds that this does not know
 * only what all have in common, so that a new one of Meta's can be used at once.
 */
final class InteractiveLimits {

    private static final int MAX_BODY_LENGTH = 1_024;
    private static final int MAX_LIST_BODY_LENGTH = 4_096;
    private static final int MAX_FOOTER_LENGTH = 60;
    private static final int MAX_HEADER_LENGTH = 60;
    private static final int MAX_BUTTONS = 3;
    private static final int MAX_BUTTON_TITLE_LENGTH = 20;
    private static final int MAX_BUTTON_ID_LENGTH = 256;
    private static final int MAX_SECTIONS = 10;
    private static final int MAX_ROWS = 10;
    private static final int MAX_ROW_ID_LENGTH = 200;
    private static final int MAX_ROW_TITLE_LENGTH = 24;
    private static final int MAX_ROW_DESCRIPTION_LENGTH = 72;

    /** A single product shows itself. */
    private static final Set<String> BODY_OPTIONAL = Set.of("product");

    private static final Set<String> HEADERS = Set.of("text", "image", "video", "document");

    private InteractiveLimits() {}

    static void check(ObjectNode interactive, Findings found) {
        String type = WireJson.id(interactive, "type");
        if (type == null) {
            found.add("interactive.type", "Say which kind it is: button, list, cta_url, ...");
            return;
        }
        String kind = type.toLowerCase(Locale.ROOT);
        int bodyMinimum = BODY_OPTIONAL.contains(kind) ? 0 : 1;
        int bodyMaximum = kind.equals("list") ? MAX_LIST_BODY_LENGTH : MAX_BODY_LENGTH;
        // Not cut: what is checked must be what is sent.
        found.length(
                "interactive.body.text", whole(WireJson.object(interactive, "body"), "text"), bodyMinimum, bodyMaximum);
        found.optionalLength(
                "interactive.footer.text", whole(WireJson.object(interactive, "footer"), "text"), MAX_FOOTER_LENGTH);
        header(WireJson.object(interactive, "header"), kind, found);
        ObjectNode action = WireJson.object(interactive, "action");
        if (action == null) {
            found.add("interactive.action", "Give the action as an object");
            return;
        }
        switch (kind) {
            case "button" -> buttons(action, found);
            case "list" -> list(action, found);
            case "cta_url" -> link(action, found);
            default -> {
                // Left to Meta.
            }
        }
    }

    private static void header(@Nullable ObjectNode header, String kind, Findings found) {
        if (header == null) {
            return;
        }
        String type = WireJson.id(header, "type");
        String headerKind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        Set<String> allowed = kind.equals("list") ? Set.of("text") : HEADERS;
        if (!allowed.contains(headerKind)) {
            found.add(
                    "interactive.header.type",
                    "Use " + String.join(" or ", allowed.stream().sorted().toList()) + " as header");
        } else if (headerKind.equals("text")) {
            found.length("interactive.header.text", whole(header, "text"), 1, MAX_HEADER_LENGTH);
        } else {
            ObjectNode file = WireJson.object(header, headerKind);
            if (file == null || (WireJson.id(file, "id") == null && WireJson.words(file, "link") == null)) {
                found.add("interactive.header." + headerKind, "Give either a file's id or a link to one");
            }
        }
    }

    private static void buttons(ObjectNode action, Findings found) {
        List<JsonNode> buttons = WireJson.list(action, "buttons");
        if (buttons.isEmpty() || buttons.size() > MAX_BUTTONS) {
            found.add(
                    "interactive.action.buttons",
                    "Give 1 to " + MAX_BUTTONS + " buttons, or use a list: there are " + buttons.size());
            return;
        }
        Set<String> titles = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < buttons.size(); i++) {
            String field = "interactive.action.buttons[" + i + "].reply.";
            ObjectNode reply = WireJson.object(buttons.get(i), "reply");
            String title = whole(reply, "title");
            String id = whole(reply, "id");
            found.length(field + "title", title, 1, MAX_BUTTON_TITLE_LENGTH);
            found.length(field + "id", id, 1, MAX_BUTTON_ID_LENGTH);
            unique(field + "title", title, titles, found);
            unique(field + "id", id, ids, found);
        }
    }

    private static void list(ObjectNode action, Findings found) {
        found.length("interactive.action.button", whole(action, "button"), 1, MAX_BUTTON_TITLE_LENGTH);
        List<JsonNode> sections = WireJson.list(action, "sections");
        if (sections.isEmpty() || sections.size() > MAX_SECTIONS) {
            found.add("interactive.action.sections", "Give 1 to " + MAX_SECTIONS + " sections");
            return;
        }
        int rowCount = 0;
        Set<String> ids = new HashSet<>();
        for (int s = 0; s < sections.size(); s++) {
            String section = "interactive.action.sections[" + s + "]";
            found.length(
                    section + ".title",
                    whole(sections.get(s), "title"),
                    sections.size() > 1 ? 1 : 0,
                    MAX_ROW_TITLE_LENGTH);
            List<JsonNode> rows = WireJson.list(sections.get(s), "rows");
            if (rows.isEmpty()) {
                found.add(section + ".rows", "Give at least one row, or leave the section out");
            }
            rowCount += rows.size();
            for (int r = 0; r < rows.size() && rowCount <= MAX_ROWS; r++) {
                row(section + ".rows[" + r + "]", rows.get(r), ids, found);
            }
        }
        if (rowCount > MAX_ROWS) {
            found.add(
                    "interactive.action.sections",
                    "Give at most " + MAX_ROWS + " rows in all sections together: there are " + rowCount);
        }
    }

    private static void row(String field, JsonNode row, Set<String> ids, Findings found) {
        String id = whole(row, "id");
        found.length(field + ".id", id, 1, MAX_ROW_ID_LENGTH);
        unique(field + ".id", id, ids, found);
        found.length(field + ".title", whole(row, "title"), 1, MAX_ROW_TITLE_LENGTH);
        found.optionalLength(field + ".description", whole(row, "description"), MAX_ROW_DESCRIPTION_LENGTH);
    }

    private static void link(ObjectNode action, Findings found) {
        ObjectNode parameters = WireJson.object(action, "parameters");
        found.length(
                "interactive.action.parameters.display_text",
                whole(parameters, "display_text"),
                1,
                MAX_BUTTON_TITLE_LENGTH);
        String url = whole(parameters, "url");
        if (url == null || !WhatsAppLimits.isWebLink(url)) {
            found.add("interactive.action.parameters.url", "Give a link that starts with https://");
        }
    }

    private static void unique(String field, @Nullable String value, Set<String> seen, Findings found) {
        if (value != null && !seen.add(value)) {
            found.add(field, "Make this differ from the others");
        }
    }

    private static @Nullable String whole(@Nullable JsonNode node, String field) {
        JsonNode value = node == null ? null : node.get(field);
        return value != null && value.isTextual() ? value.textValue() : null;
    }
}
