package dev.tertulia.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API, as the gateway's OpenAPI has it.
 *
 * @param body the example that the documentation gives, or an empty object; null where it takes none
 */
record Operation(String method, String path, @Nullable String body) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Operation> all(RunningStack stack) {
        try {
            JsonNode openApi = JSON.readTree(stack.anyone().get("/openapi").asString());
            List<Operation> all = new ArrayList<>();
            openApi.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(operation -> METHODS.contains(operation.getKey()))
                            .forEach(operation -> all.add(new Operation(
                                    operation.getKey(), path.getKey(), example(openApi, operation.getValue())))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what stands in braces, in order. */
    Set<String> parameters() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PARAMETER.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** @param value what stands for each parameter */
    Response call(RequestSpecification as, String value) {
        RequestSpecification request =
                body == null ? as : as.contentType("application/json").body(body);
        return request.urlEncodingEnabled(false)
                .request(
                        method.toUpperCase(Locale.ROOT), PARAMETER.matcher(path).replaceAll(value));
    }

    private static @Nullable String example(JsonNode openApi, JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content");
        if (content.isMissingNode() || content.isEmpty()) {
            return null;
        }
        JsonNode media = content.elements().next();
        if (media.has("example")) {
            return media.get("example").toString();
        }
        if (media.path("examples").size() > 0) {
            return media.get("examples").elements().next().path("value").toString();
        }
        return bodyOf(openApi, media.path("schema")).toString();
    }

    /** The examples of a schema's fields, put together. */
    private static JsonNode bodyOf(JsonNode openApi, JsonNode schema) {
        JsonNode resolved =
                schema.has("$ref") ? openApi.at(schema.get("$ref").asText().substring(1)) : schema;
        var body = JSON.createObjectNode();
        resolved.path("properties").properties().forEach(field -> {
            JsonNode examples = field.getValue().path("examples");
            if (examples.size() > 0) {
                body.set(field.getKey(), examples.get(0));
            }
        });
        return body;
    }
}
