package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that was written by others: numbers come as strings and strings as numbers, objects are missing, values are
 * the documentation's placeholders. What cannot be read as what is asked for is absent, never an exception.
 */
final class WireJson {

    /** Longer than any id seen, shorter than what an index of the database takes. */
    static final int MAX_ID_LENGTH = 512;

    static final int MAX_WORDS_LENGTH = 4_096;
    static final int MAX_TEXT_LENGTH = 65_536;

    /** What is kept of JSON that nobody interprets, counted in characters and nodes. */
    private static final int MAX_KEPT_SIZE = 65_536;

    /** Seconds beyond this are milliseconds: the year 5138. */
    private static final long MAX_SECONDS = 100_000_000_000L;

    private static final char REPLACEMENT = '\uFFFD';

    private WireJson() {}

    static boolean has(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && !value.isNull();
    }

    static @Nullable ObjectNode object(@Nullable JsonNode node, String field) {
        return node != null && node.get(field) instanceof ObjectNode object ? object : null;
    }

    /** The elements of an array; a single object counts as an array of one. */
    static List<JsonNode> list(@Nullable JsonNode node, String field) {
        JsonNode value = node == null ? null : node.get(field);
        if (value instanceof ObjectNode) {
            return List.of(value);
        }
        if (!(value instanceof ArrayNode array)) {
            return List.of();
        }
        List<JsonNode> elements = new ArrayList<>(array.size());
        array.forEach(elements::add);
        return elements;
    }

    /** A scalar as text, as it came; null for objects, arrays and null. */
    private static @Nullable String raw(@Nullable JsonNode node, String field) {
        JsonNode value = node == null ? null : node.get(field);
        return value == null || value.isNull() || value.isContainerNode() ? null : value.asText();
    }

    /** What somebody wrote: kept with its blanks, cut when it is absurdly long. */
    static @Nullable String text(@Nullable JsonNode node, String field) {
        String value = raw(node, field);
        return value == null ? null : cut(value, MAX_TEXT_LENGTH);
    }

    /** Whether {@link #text} of this is not all of it. */
    static boolean isCut(@Nullable JsonNode node, String field) {
        String value = raw(node, field);
        return value != null && value.length() > MAX_TEXT_LENGTH;
    }

    /** Names, titles, reasons: null when blank. */
    static @Nullable String words(@Nullable JsonNode node, String field) {
        String value = raw(node, field);
        return value == null || value.isBlank() ? null : cut(value, MAX_WORDS_LENGTH);
    }

    /** Ids, codes, words of the protocol. One that is too long to be one is absent: cut, it would be another's. */
    static @Nullable String id(@Nullable JsonNode node, String field) {
        String value = raw(node, field);
        if (value == null) {
            return null;
        }
        String id = value.strip();
        return id.isEmpty() || id.length() > MAX_ID_LENGTH ? null : id;
    }

    /** The first of the fields that has an id. */
    static @Nullable String firstId(@Nullable JsonNode node, String... fields) {
        for (String field : fields) {
            String id = id(node, field);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    static boolean isTrue(@Nullable JsonNode node, String field) {
        return Boolean.TRUE.equals(bool(node, field));
    }

    static @Nullable Boolean bool(@Nullable JsonNode node, String field) {
        String value = raw(node, field);
        if ("true".equalsIgnoreCase(value)) {
            return true;
        }
        return "false".equalsIgnoreCase(value) ? false : null;
    }

    /** A number of at most 30 digits, so that no exponent makes it explode. */
    static @Nullable BigDecimal number(@Nullable JsonNode node, String field) {
        String value = raw(node, field);
        if (value == null || value.length() > 30) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(value.strip());
            return Math.abs((long) number.scale()) > 30 ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static @Nullable Long wholeNumber(@Nullable JsonNode node, String field) {
        BigDecimal number = number(node, field);
        if (number == null) {
            return null;
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            return null;
        }
    }

    /** Seconds, or milliseconds, since 1970; null for placeholders, zero and what is before. */
    static @Nullable Instant time(@Nullable JsonNode node, String field) {
        Long value = wholeNumber(node, field);
        if (value == null || value <= 0 || value >= MAX_SECONDS * 1000) {
            return null;
        }
        return value < MAX_SECONDS ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
    }

    /** The node itself, or a note in its place when it is too large to keep beside a row. */
    static JsonNode bounded(JsonNode node) {
        if (size(node, MAX_KEPT_SIZE) <= MAX_KEPT_SIZE) {
            return node;
        }
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        return note.put("leftOut", "too large");
    }

    private static int size(JsonNode node, int enough) {
        int size = 1 + (node.isTextual() ? node.textValue().length() : 0);
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                size += property.getKey().length() + size(property.getValue(), enough);
                if (size > enough) {
                    return size;
                }
            }
            return size;
        }
        for (JsonNode element : node) {
            size += size(element, enough);
            if (size > enough) {
                return size;
            }
        }
        return size;
    }

    static String cut(String value, int maxLength) {
        if (value.length() <= maxLength) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return value.substring(0, end);
    }

    /** {@code +} and digits when this is written as a number, else null. */
    static @Nullable String phone(@Nullable String address) {
        String digits = digits(address);
        return digits == null ? null : "+" + digits;
    }

    /** The digits of an international number written with or without a plus; null when it is something else. */
    static @Nullable String digits(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int start = address.startsWith("+") ? 1 : 0;
        int length = address.length() - start;
        // E.164 ends at 15 digits; nothing shorter than five reaches anybody.
        if (length < 5 || length > 15) {
            return null;
        }
        for (int i = start; i < address.length(); i++) {
            if (address.charAt(i) < '0' || address.charAt(i) > '9') {
                return null;
            }
        }
        return address.substring(start);
    }

    /** All digits of a number in whatever way it is written for people; empty when there are none. */
    static String allDigits(@Nullable String written) {
        return written == null ? "" : written.replaceAll("[^0-9]", "");
    }

    /**
     * Takes out what the database or another JSON writer would choke on: NUL characters, and halves of surrogate pairs.
     * Changes the tree that is given.
     */
    static void clean(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                cleanNames(object);
                for (Map.Entry<String, JsonNode> property : object.properties()) {
                    if (property.getValue().isTextual()) {
                        String value = property.getValue().textValue();
                        String cleaned = clean(value);
                        if (!cleaned.equals(value)) {
                            property.setValue(TextNode.valueOf(cleaned));
                        }
                    } else {
                        clean(property.getValue());
                    }
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i).isTextual()) {
                        array.set(i, TextNode.valueOf(clean(array.get(i).textValue())));
                    } else {
                        clean(array.get(i));
                    }
                }
            }
            default -> {
                // Numbers and the like are harmless.
            }
        }
    }

    private static void cleanNames(ObjectNode object) {
        List<String> unclean = null;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (!clean(property.getKey()).equals(property.getKey())) {
                unclean = unclean == null ? new ArrayList<>() : unclean;
                unclean.add(property.getKey());
            }
        }
        if (unclean != null) {
            for (String name : unclean) {
                JsonNode value = object.remove(name);
                object.putIfAbsent(clean(name), value);
            }
        }
    }

    static String clean(String value) {
        int bad = firstBad(value, 0);
        if (bad < 0) {
            return value;
        }
        StringBuilder cleaned = new StringBuilder(value.length());
        int from = 0;
        while (bad >= 0) {
            cleaned.append(value, from, bad);
            if (value.charAt(bad) != 0) {
                cleaned.append(REPLACEMENT);
            }
            from = bad + 1;
            bad = firstBad(value, from);
        }
        return cleaned.append(value, from, value.length()).toString();
    }

    private static int firstBad(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < value.length()
                        && Character.isLowSurrogate(value.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
