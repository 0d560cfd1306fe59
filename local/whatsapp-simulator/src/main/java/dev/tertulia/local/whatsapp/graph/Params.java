package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a call the way the Graph API does, and refuses in its words. */
final class Params {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LINK = 2_048;

    private Params() {}

    /** A required object. The Graph API also takes one that is written as a JSON string. */
    static ObjectNode object(ObjectNode parent, String name, String path) {
        JsonNode value = parsed(parent.get(name));
        if (value == null) {
            throw GraphError.of(131008, "Parameter '" + path + "' is required.");
        }
        if (!(value instanceof ObjectNode object)) {
            throw GraphError.parameter("Param " + path + " must be a JSON object.");
        }
        return object;
    }

    static @Nullable ObjectNode optionalObject(ObjectNode parent, String name, String path) {
        return parsed(parent.get(name)) == null ? null : object(parent, name, path);
    }

    /** A required array with at least one and at most so many elements. */
    static JsonNode array(ObjectNode parent, String name, String path, int most) {
        JsonNode value = parsed(parent.get(name));
        if (value == null) {
            throw GraphError.of(131008, "Parameter '" + path + "' is required.");
        }
        if (!value.isArray()) {
            throw GraphError.parameter("Param " + path + " must be an array.");
        }
        if (value.isEmpty() || value.size() > most) {
            throw GraphError.of(131009, path + " has " + value.size() + " elements. Min: 1, Max: " + most);
        }
        return value;
    }

    /** A required text of 1 to so many characters. */
    static String text(ObjectNode parent, String name, String path, int longest) {
        String value = optionalText(parent, name, path, longest);
        if (value == null || value.isEmpty()) {
            throw GraphError.of(131008, "Parameter '" + path + "' is required.");
        }
        return value;
    }

    static @Nullable String optionalText(ObjectNode parent, String name, String path, int longest) {
        JsonNode value = parent.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw GraphError.parameter("Param " + path + " must be a string.");
        }
        String text = value.asText();
        if (text.codePointCount(0, text.length()) > longest) {
            throw GraphError.parameter("Param " + path + " must be at most " + longest + " characters long.");
        }
        return text;
    }

    static double number(ObjectNode parent, String name, String path, double least, double most) {
        JsonNode value = parent.get(name);
        if (value == null || value.isNull()) {
            throw GraphError.of(131008, "Parameter '" + path + "' is required.");
        }
        double number;
        try {
            number = value.isNumber() ? value.asDouble() : Double.parseDouble(value.asText());
        } catch (NumberFormatException e) {
            throw GraphError.parameter("Param " + path + " must be a number.");
        }
        if (!(number >= least && number <= most)) {
            throw GraphError.of(131009, path + " must be between " + least + " and " + most);
        }
        return number;
    }

    /** One of the allowed words, in lower case whatever case it came in. */
    static String oneOf(ObjectNode parent, String name, String path, Set<String> allowed) {
        String value = text(parent, name, path, 100).toLowerCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw GraphError.parameter("Param " + path + " must be one of {"
                    + String.join(", ", allowed).toUpperCase(Locale.ROOT) + "} - got \"" + value + "\".");
        }
        return value;
    }

    /** A web address of a medium. */
    static void link(String link, String path) {
        URI uri;
        try {
            uri = URI.create(link);
        } catch (IllegalArgumentException e) {
            throw GraphError.parameter("Param " + path + " is not a valid URI.");
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || link.length() > LONGEST_LINK) {
            throw GraphError.parameter("Param " + path + " is not a valid URI.");
        }
    }

    private static @Nullable JsonNode parsed(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            return value;
        }
        try {
            return JSON.readTree(value.asText());
        } catch (JsonProcessingException e) {
            return value;
        }
    }
}
