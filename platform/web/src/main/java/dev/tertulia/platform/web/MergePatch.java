package dev.tertulia.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change as JSON Merge Patch (RFC 7396): fields that are absent stay, null removes, objects are merged, anything else
 * replaces. A resource method takes it as its body:
 *
 * <pre>{@code
 * @PATCH
 * @Path("{id}")
 * public Uni<RestResponse<ContactResponse>> change(UUID id, MergePatch<EditableContact> patch)
 * }</pre>
 *
 * where {@code T} is a record of just what may be changed, as it stands in the response. Every other field in the patch,
 * be it read-only or unknown, is a 422 that names it.
 */
public final class MergePatch<T> {
    @Schema(hidden = true)
    private final Class<T> type;

    @Schema(hidden = true)
    private final ObjectNode changes;

    @Schema(hidden = true)
    private final ObjectMapper json;

    @Schema(hidden = true)
    private final Validator validator;

    /** Never set: the description of the API learns from it what T is, see {@link PatchesInOpenApi}. */
    @SuppressWarnings("unused")
    private @Nullable T fields;

    MergePatch(Class<T> type, ObjectNode changes, ObjectMapper json, Validator validator) {
        this.type = type;
        this.changes = changes;
        this.json = json;
        this.validator = validator;
    }

    /**
     * What it becomes. Nothing of the current state is changed. Fails with {@link CommonProblem#VALIDATION_FAILED} if a
     * field is not one that can be changed, has the wrong type, or if the result breaks a constraint of {@code T}.
     */
    public T apply(T current) {
        List<FieldError> strangers = strangersRemoved(changes, json.constructType(type), "")
                .map(field -> new FieldError(field, JsonProblems.NOT_SETTABLE))
                .toList();
        if (!strangers.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION_FAILED, null, strangers);
        }
        JsonNode before = json.valueToTree(current);
        return RequestValues.read(json, validator, merge(before, changes), type);
    }

    /** Whether the patch says something about a field, be it null. */
    public boolean mentions(String field) {
        return changes.has(field);
    }

    /** Whether it says nothing at all. */
    @Schema(hidden = true)
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Fields set to null that are none of the type's: the merge takes them out, so that reading the result cannot see them. */
    private Stream<String> strangersRemoved(ObjectNode patch, JavaType of, String path) {
        if (!of.getRawClass().isRecord()) {
            return Stream.empty();
        }
        Map<String, JavaType> known = json.getDeserializationConfig().introspect(of).findProperties().stream()
                .collect(Collectors.toMap(BeanPropertyDefinition::getName, BeanPropertyDefinition::getPrimaryType));
        return patch.properties().stream().flatMap(change -> {
            String field = path + change.getKey();
            JavaType fieldType = known.get(change.getKey());
            if (fieldType == null) {
                return change.getValue().isNull() ? Stream.of(field) : Stream.empty();
            }
            return change.getValue() instanceof ObjectNode nested
                    ? strangersRemoved(nested, fieldType, field + ".")
                    : Stream.empty();
        });
    }

    /** The algorithm of RFC 7396, section 2. */
    static JsonNode merge(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode fields)) {
            return patch;
        }
        ObjectNode result =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        Set<Map.Entry<String, JsonNode>> changed = fields.properties();
        for (Map.Entry<String, JsonNode> change : changed) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merge(result.get(change.getKey()), change.getValue()));
            }
        }
        return result;
    }
}
