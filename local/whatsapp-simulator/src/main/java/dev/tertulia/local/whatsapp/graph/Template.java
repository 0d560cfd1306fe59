package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One template in one language, as the Graph API lists it. */
record Template(ObjectNode json) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

    String name() {
        return json.path("name").asText();
    }

    String language() {
        return json.path("language").asText();
    }

    String status() {
        return json.path("status").asText("APPROVED");
    }

    String category() {
        return json.path("category").asText("UTILITY").toLowerCase(Locale.ROOT);
    }

    /** Checks what a message gives for the variables, and adds to it what the customer will read; throws {@link GraphError}. */
    ObjectNode rendered(ObjectNode message) {
        ObjectNode result = json.objectNode();
        for (JsonNode component : json.path("components")) {
            switch (component.path("type").asText().toUpperCase(Locale.ROOT)) {
                case "HEADER" -> header(component, message, result);
                case "BODY" -> result.put("body", text(component, "body", parameters(message, "body", null)));
                case "FOOTER" -> result.put("footer", component.path("text").asText());
                case "BUTTONS" -> buttons(component, message, result);
                default -> {
                    // Carousels and limited-time offers are shown without their cards.
                }
            }
        }
        return result;
    }

    private static void header(JsonNode component, ObjectNode message, ObjectNode result) {
        String format = component.path("format").asText("TEXT").toLowerCase(Locale.ROOT);
        JsonNode given = parameters(message, "header", null);
        if (format.equals("text")) {
            result.put("header", text(component, "header", given));
            return;
        }
        if (given.size() != 1) {
            throw mismatch("header", given.size(), 1);
        }
        if (!given.get(0).path("type").asText().toLowerCase(Locale.ROOT).equals(format)) {
            throw GraphError.of(
                    132012,
                    "header: Format mismatch, expected " + format.toUpperCase(Locale.ROOT) + ", received "
                            + given.get(0).path("type").asText("UNKNOWN").toUpperCase(Locale.ROOT));
        }
        result.put("headerFormat", format);
        result.set("headerMedia", given.get(0).path(format));
    }

    private static void buttons(JsonNode component, ObjectNode message, ObjectNode result) {
        int index = 0;
        for (JsonNode button : component.path("buttons")) {
            ObjectNode shown = result.withArray("buttons").addObject();
            JsonNode given = parameters(message, "button", index);
            shown.put("type", button.path("type").asText())
                    .put("text", button.path("text").asText());
            if (button.path("type").asText().equals("QUICK_REPLY")) {
                shown.put(
                        "payload",
                        given.isEmpty()
                                ? button.path("text").asText()
                                : given.get(0).path("payload").asText());
            }
            if (button.path("type").asText().equals("URL")) {
                Map<String, String> values = new LinkedHashMap<>();
                int expected = variables(button.path("url").asText()).size();
                if (given.size() != expected) {
                    throw GraphError.of(
                            131008,
                            "buttons: Button at index " + index + " of type Url requires " + expected + " parameter");
                }
                given.forEach(one -> values.put("1", one.path("text").asText()));
                shown.put("url", filled(button.path("url").asText(), values));
            }
            index++;
        }
    }

    private static String text(JsonNode component, String where, JsonNode given) {
        String text = component.path("text").asText();
        Set<String> expected = variables(text);
        if (given.size() != expected.size()) {
            throw mismatch(where, given.size(), expected.size());
        }
        Map<String, String> values = new LinkedHashMap<>();
        Iterator<String> inOrder = expected.iterator();
        for (JsonNode parameter : given) {
            String name = parameter.path("parameter_name").asText(inOrder.next());
            if (!expected.contains(name)) {
                throw GraphError.parameter("Invalid parameter: " + where + " has no variable '" + name + "'");
            }
            values.put(name, value(parameter, where));
        }
        return filled(text, values);
    }

    private static String value(JsonNode parameter, String where) {
        String type = parameter.path("type").asText().toLowerCase(Locale.ROOT);
        String value = switch (type) {
            case "text" -> parameter.path("text").asText("");
            case "currency", "date_time" ->
                parameter.path(type).path("fallback_value").asText("");
            default ->
                throw GraphError.of(
                        132012, where + ": Format mismatch, expected TEXT, received " + type.toUpperCase(Locale.ROOT));
        };
        if (value.isEmpty()) {
            throw GraphError.of(131008, "Parameter of type text is missing text value");
        }
        if (value.contains("\n") || value.contains("\t") || value.contains("     ")) {
            throw GraphError.parameter(
                    where + ": Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
        }
        return value;
    }

    private static GraphError mismatch(String where, int given, int expected) {
        return GraphError.of(
                132000,
                where + ": number of localizable_params (" + given + ") does not match the expected number of params ("
                        + expected + ")");
    }

    private static JsonNode parameters(ObjectNode message, String type, @Nullable Integer index) {
        for (JsonNode component : message.path("components")) {
            boolean sameType = component.path("type").asText().equalsIgnoreCase(type);
            if (sameType && (index == null || component.path("index").asInt() == index)) {
                return component.path("parameters");
            }
        }
        return message.arrayNode();
    }

    private static Set<String> variables(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String filled(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
