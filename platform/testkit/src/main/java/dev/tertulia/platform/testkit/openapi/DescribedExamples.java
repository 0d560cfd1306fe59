package dev.tertulia.platform.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks through a service's description of itself for what it does not show by an example: in bodies that come in and go
 * out, and for operations that name no problem of theirs.
 */
public final class DescribedExamples {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    /** What they look like is said by their format. */
    private static final Set<String> SELF_EXPLANATORY = Set.of("uuid", "date-time", "date", "binary");

    private final JsonNode api;
    private final List<String> missing = new ArrayList<>();

    private DescribedExamples(JsonNode api) {
        this.api = api;
    }

    /**
     * @param document OpenAPI, as JSON
     * @return such as {@code post /api/v1/labels request: color}; none where all is shown
     */
    public static List<String> missing(String document) {
        DescribedExamples examples;
        try {
            examples = new DescribedExamples(new ObjectMapper().readTree(document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no OpenAPI document", e);
        }
        examples.api
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                examples.lookAt(operation.getKey() + " " + path.getKey(), operation.getValue())));
        return examples.missing;
    }

    private void lookAt(String name, JsonNode operation) {
        if (operation.path("summary").asText().isBlank()) {
            missing.add(name + " summary");
        }
        lookAtContent(name + " request", resolved(operation.path("requestBody")));
        boolean namesProblem = false;
        for (var response : operation.path("responses").properties()) {
            namesProblem |= response.getKey().startsWith("4");
            if (response.getKey().startsWith("2")) {
                lookAtContent(name + " " + response.getKey(), resolved(response.getValue()));
            }
        }
        if (!namesProblem) {
            missing.add(name + " problems");
        }
    }

    private void lookAtContent(String where, JsonNode body) {
        for (var content : body.path("content").properties()) {
            JsonNode media = content.getValue();
            boolean isJson = content.getKey().endsWith("json");
            if (isJson && !media.has("example") && !media.has("examples")) {
                bare(media.path("schema"), "", new HashSet<>())
                        .forEach(field -> missing.add(where + ": " + (field.isEmpty() ? "all of it" : field)));
            }
        }
    }

    /** The fields without an example of their own or of what they are in. */
    private Stream<String> bare(JsonNode described, String field, Set<String> above) {
        String reference = described.path("$ref").asText();
        if (!reference.isEmpty() && !above.add(reference)) {
            return Stream.empty();
        }
        JsonNode schema = resolved(described);
        if (isShown(described) || isShown(schema)) {
            return Stream.empty();
        }
        if (schema.has("properties")) {
            return schema.path("properties").properties().stream()
                    .flatMap(property -> bare(
                            property.getValue(),
                            field.isEmpty() ? property.getKey() : field + "." + property.getKey(),
                            new HashSet<>(above)));
        }
        for (String parts : List.of("allOf", "anyOf", "oneOf")) {
            if (schema.has(parts)) {
                return StreamSupport.stream(schema.path(parts).spliterator(), false)
                        .flatMap(part -> bare(part, field, new HashSet<>(above)));
            }
        }
        return schema.has("items") ? bare(schema.path("items"), field, above) : Stream.of(field);
    }

    private static boolean isShown(JsonNode schema) {
        return schema.has("example")
                || schema.has("examples")
                || schema.has("enum")
                || schema.has("const")
                || schema.path("type").toString().contains("boolean")
                || schema.path("type").asText().equals("null")
                || SELF_EXPLANATORY.contains(schema.path("format").asText());
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? api.at(reference.asText().substring("#".length())) : node;
    }
}
