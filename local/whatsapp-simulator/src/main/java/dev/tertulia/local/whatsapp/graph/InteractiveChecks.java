package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules for buttons, lists and the other interactive messages. */
final class InteractiveChecks {

    private static final Set<String> TYPES = new TreeSet<>(List.of(
            "address_message",
            "button",
            "call_permission_request",
            "carousel",
            "catalog_message",
            "cta_url",
            "flow",
            "list",
            "location_request_message",
            "product",
            "product_list",
            "voice_call"));
    private static final Set<String> WITHOUT_BODY = Set.of("product", "carousel", "call_permission_request");
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_ROWS = 10;

    private InteractiveChecks() {}

    static void check(ObjectNode interactive) {
        String type = Params.oneOf(interactive, "type", "interactive['type']", TYPES);
        interactive.put("type", type);
        header(interactive);
        body(interactive, type);
        ObjectNode footer = Params.optionalObject(interactive, "footer", "interactive['footer']");
        if (footer != null) {
            length(footer, "text", "Footer", 60);
        }
        if (type.equals("call_permission_request")) {
            return;
        }
        ObjectNode action = Params.object(interactive, "action", "interactive['action']");
        interactive.set("action", action);
        switch (type) {
            case "button" -> buttons(action);
            case "list" -> list(action);
            case "cta_url", "flow" -> named(action);
            default -> {
                // The others concern catalogues and calls; nothing of them is checked here.
            }
        }
    }

    private static void header(ObjectNode interactive) {
        ObjectNode header = Params.optionalObject(interactive, "header", "interactive['header']");
        if (header == null) {
            return;
        }
        String type = Params.oneOf(
                header,
                "type",
                "interactive['header']['type']",
                new TreeSet<>(List.of("document", "image", "text", "video")));
        if (type.equals("text")) {
            length(header, "text", "Header", 60);
        } else {
            ContentChecks.medium(
                    type,
                    Params.object(header, type, "interactive['header']['" + type + "']"),
                    "interactive['header']['" + type + "']");
        }
    }

    private static void body(ObjectNode interactive, String type) {
        ObjectNode body = Params.optionalObject(interactive, "body", "interactive['body']");
        if (body == null && !WITHOUT_BODY.contains(type)) {
            throw GraphError.of(131008, "Parameter 'interactive['body']' is required.");
        }
        if (body != null) {
            length(body, "text", "Body", type.equals("list") ? 4_096 : 1_024);
        }
    }

    private static void buttons(ObjectNode action) {
        JsonNode buttons = Params.array(action, "buttons", "interactive['action']['buttons']", MOST_BUTTONS);
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (JsonNode button : buttons) {
            if (!button.path("type").asText().equals("reply") || !(button.get("reply") instanceof ObjectNode reply)) {
                throw GraphError.of(131009, "Invalid button type. Supported: reply");
            }
            unique(ids, length(reply, "id", "Button id", 256), "button ids");
            unique(titles, length(reply, "title", "Button title", 20), "button titles");
        }
    }

    private static void list(ObjectNode action) {
        length(action, "button", "Button", 20);
        JsonNode sections = Params.array(action, "sections", "interactive['action']['sections']", MOST_ROWS);
        Set<String> ids = new HashSet<>();
        int rows = 0;
        for (JsonNode each : sections) {
            if (!(each instanceof ObjectNode section)) {
                throw GraphError.parameter("Param interactive['action']['sections'] must hold JSON objects.");
            }
            if (sections.size() > 1) {
                length(section, "title", "Section title", 24);
            }
            for (JsonNode row : Params.array(section, "rows", "interactive['action']['sections']['rows']", MOST_ROWS)) {
                unique(ids, row(row), "row ids");
                rows++;
            }
        }
        if (rows > MOST_ROWS) {
            throw GraphError.of(131009, "Total row count exceed max allowed count: " + MOST_ROWS);
        }
    }

    private static @Nullable String row(JsonNode each) {
        if (!(each instanceof ObjectNode row)) {
            throw GraphError.parameter("Param rows must hold JSON objects.");
        }
        length(row, "title", "Row title", 24);
        if (row.hasNonNull("description")) {
            length(row, "description", "Row description", 72);
        }
        return length(row, "id", "Row id", 200);
    }

    private static void named(ObjectNode action) {
        Params.text(action, "name", "interactive['action']['name']", 100);
        Params.object(action, "parameters", "interactive['action']['parameters']");
    }

    private static String length(ObjectNode parent, String name, String what, int longest) {
        String text = parent.path(name).asText("");
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > longest) {
            throw GraphError.of(131009, what + " length invalid. Min length: 1, Max length: " + longest);
        }
        return text;
    }

    private static void unique(Set<String> seen, @Nullable String value, String what) {
        if (value != null && !seen.add(value)) {
            throw GraphError.of(131009, "Duplicated " + what);
        }
    }
}
