package dev.tertulia.tenant.identity.keycloak;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what Keycloak has with what we want of it. What we do not name may be anything. */
final class Differences {
    private Differences() {}

    /** The names of what is not as wanted. */
    static List<String> between(JsonObject wanted, JsonObject found) {
        return wanted.fieldNames().stream()
                .filter(name -> !satisfies(found.getValue(name), wanted.getValue(name)))
                .toList();
    }

    static boolean satisfies(@Nullable Object found, @Nullable Object wanted) {
        return switch (wanted) {
            case JsonObject object ->
                found instanceof JsonObject there && between(object, there).isEmpty();
            // Keycloak keeps lists in any order.
            case JsonArray array ->
                found instanceof JsonArray there && sorted(array).equals(sorted(there));
            case Number number -> found instanceof Number there && number.longValue() == there.longValue();
            case null -> found == null;
            default -> wanted.equals(found);
        };
    }

    /** What was found, with what is wanted put over it. */
    static JsonObject merged(JsonObject wanted, JsonObject found) {
        return found.copy().mergeIn(wanted, true);
    }

    private static List<String> sorted(JsonArray array) {
        List<String> texts = new ArrayList<>();
        for (Object element : array) {
            texts.add(String.valueOf(element));
        }
        return texts.stream().sorted().toList();
    }

    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonObject object -> object.encode();
            case JsonArray array -> String.join(", ", sorted(array));
            default -> value.toString();
        };
    }

    static Stream<JsonObject> objects(@Nullable JsonArray array) {
        return array == null ? Stream.of() : array.stream().map(JsonObject.class::cast);
    }
}
