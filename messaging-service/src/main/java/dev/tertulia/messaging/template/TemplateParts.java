package dev.tertulia.messaging.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A template taken apart: what customers see, with the places that values go to. */
record TemplateParts(
        @Nullable Header header, Body body, @Nullable String footer, List<Button> buttons) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");
    private static final String TEXT = "text";

    /** @param format text, image, video, document or location */
    record Header(String format, @Nullable String text, List<String> variables) {
        boolean isText() {
            return format.equals(TEXT);
        }
    }

    record Body(String text, List<String> variables, List<String> examples) {}

    /** @param type quick-reply, url, phone-number, copy-code, flow or what the provider calls it */
    record Button(
            String type,
            @Nullable String text,
            @Nullable String url,
            @Nullable String phoneNumber,
            List<String> variables) {}

    static TemplateParts of(JsonNode components) {
        Header header = null;
        Body body = new Body("", List.of(), List.of());
        String footer = null;
        List<Button> buttons = new ArrayList<>();
        for (JsonNode component : components) {
            switch (component.path("type").asText().toUpperCase(Locale.ROOT)) {
                case "HEADER" -> header = header(component);
                case "BODY" ->
                    body = new Body(
                            component.path(TEXT).asText(),
                            variables(component.path(TEXT).asText()),
                            examples(component.path("example")));
                case "FOOTER" -> footer = component.path(TEXT).asText();
                case "BUTTONS" -> component.path("buttons").forEach(button -> buttons.add(button(button)));
                default -> {
                    // The provider invents more kinds than there are to be shown.
                }
            }
        }
        return new TemplateParts(header, body, footer, List.copyOf(buttons));
    }

    private static Header header(JsonNode component) {
        String text = words(component, TEXT);
        String format = component.path("format").asText(TEXT).toLowerCase(Locale.ROOT);
        return new Header(format, text, text == null ? List.of() : variables(text));
    }

    private static Button button(JsonNode button) {
        String url = words(button, "url");
        return new Button(
                button.path("type").asText().toLowerCase(Locale.ROOT).replace('_', '-'),
                words(button, TEXT),
                url,
                words(button, "phone_number"),
                url == null ? List.of() : variables(url));
    }

    private static List<String> examples(JsonNode example) {
        List<String> examples = new ArrayList<>();
        example.path("body_text").path(0).forEach(value -> examples.add(value.asText()));
        example.path("body_text_named_params")
                .forEach(value -> examples.add(value.path("example").asText()));
        return List.copyOf(examples);
    }

    private static @Nullable String words(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : null;
    }

    /** The names of places in a text, each once, in the order in which values are given for them. */
    static List<String> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted(TemplateParts::inOrder)
                .toList();
    }

    private static int inOrder(String one, String other) {
        boolean numbers = one.chars().allMatch(Character::isDigit)
                && other.chars().allMatch(Character::isDigit)
                && one.length() < 10
                && other.length() < 10;
        return numbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : 0;
    }

    /** A text with the values of a component in their places. */
    static String filled(String text, List<String> variables, @Nullable JsonNode component) {
        JsonNode parameters = component == null ? null : component.path("parameters");
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        value(parameters, found.group(1), variables.indexOf(found.group(1)), found.group())));
    }

    private static String value(@Nullable JsonNode parameters, String name, int place, String otherwise) {
        if (parameters == null) {
            return otherwise;
        }
        for (JsonNode parameter : parameters) {
            if (parameter.path("parameter_name").asText().equals(name)) {
                return value(parameter, otherwise);
            }
        }
        return place >= 0 && place < parameters.size() ? value(parameters.get(place), otherwise) : otherwise;
    }

    private static String value(JsonNode parameter, String otherwise) {
        String type = parameter.path("type").asText(TEXT);
        JsonNode value = type.equals(TEXT) || type.equals("payload")
                ? parameter.path(type)
                : parameter.path(type).path("fallback_value");
        return value.isMissingNode() ? otherwise : value.asText();
    }
}
