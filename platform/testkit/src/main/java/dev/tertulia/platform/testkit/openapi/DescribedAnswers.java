package dev.tertulia.platform.testkit.openapi;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks through a service's description of itself for answers of which it does not say what is in them. */
public final class DescribedAnswers {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> EMPTY = Set.of("204", "206");
    private static final String JSON = "application/json";
    private static final String SCHEMAS = "#/components/schemas/";

    private DescribedAnswers() {}

    /**
     * Operations that answer something and do not say what, and references that lead nowhere or back to themselves, on which
     * makers of clients break.
     *
     * @param document OpenAPI, as JSON
     * @return such as {@code get /api/v1/labels/{id} 200} and {@code #/components/schemas/Month}; none where all is
     *     described
     */
    public static List<String> missing(String document) {
        Map<?, ?> api = JsonPath.from(document).getMap("");
        List<String> missing = new ArrayList<>();
        in(api, "paths")
                .forEach((path, operations) -> in(operations).forEach((method, operation) -> {
                    if (path.toString().startsWith("/api/") && METHODS.contains(method)) {
                        undescribed(api, in(in(operation), "responses"))
                                .forEach(status -> missing.add(method + " " + path + " " + status));
                    }
                }));
        Set<String> references = new TreeSet<>();
        collectReferences(api, references);
        references.stream().filter(reference -> !leadsSomewhere(api, reference)).forEach(missing::add);
        return missing;
    }

    private static void collectReferences(@Nullable Object value, Set<String> references) {
        if (value instanceof Map<?, ?> object) {
            if (object.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            object.values().forEach(member -> collectReferences(member, references));
        } else if (value instanceof List<?> array) {
            array.forEach(member -> collectReferences(member, references));
        }
    }

    private static boolean leadsSomewhere(Map<?, ?> api, String reference) {
        Map<?, ?> meant = api;
        for (String part : reference.replaceFirst("^#/", "").split("/", -1)) {
            meant = in(meant, part);
        }
        return !meant.isEmpty() && !reference.equals(meant.get("$ref"));
    }

    private static List<String> undescribed(Map<?, ?> api, Map<?, ?> responses) {
        List<String> statuses = new ArrayList<>();
        responses.forEach((status, response) -> {
            if (status.toString().startsWith("2") && !EMPTY.contains(status) && !isDescribed(api, in(response))) {
                statuses.add(status.toString());
            }
        });
        return statuses;
    }

    private static boolean isDescribed(Map<?, ?> api, Map<?, ?> response) {
        Map<?, ?> content = in(response, "content");
        if (!content.isEmpty() && !content.containsKey(JSON)) {
            return true;
        }
        Map<?, ?> schema = in(in(content, JSON), "schema");
        String reference = String.valueOf(schema.get("$ref"));
        Map<?, ?> meant = reference.startsWith(SCHEMAS)
                ? in(in(in(api, "components"), "schemas"), reference.substring(SCHEMAS.length()))
                : schema;
        return meant.containsKey("properties")
                || meant.containsKey("additionalProperties")
                || meant.containsKey("items");
    }

    private static Map<?, ?> in(Map<?, ?> object, String field) {
        return in(object.get(field));
    }

    private static Map<?, ?> in(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? object : Map.of();
    }
}
