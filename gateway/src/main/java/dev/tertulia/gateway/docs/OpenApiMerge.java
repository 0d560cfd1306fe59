package dev.tertulia.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tertulia.gateway.route.Access;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes one OpenAPI description out of several. Of each service it takes the paths that lead there through the gateway,
 * with the components they use; components of one name and different content get the service's name before theirs.
 */
final class OpenApiMerge {
    private static final String REFERENCE = "#/components/";
    private static final String SECURITY_SCHEMES = "securitySchemes";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode merged;
    private final BiFunction<String, String, @Nullable Access> access;

    /**
     * @param own the gateway's own description, which the others are put into
     * @param access who may call a path of a service through the gateway; null if nobody can
     */
    OpenApiMerge(ObjectNode own, BiFunction<String, String, @Nullable Access> access) {
        this.merged = own.deepCopy();
        this.access = access;
    }

    void add(String service, ObjectNode description) {
        Map<String, String> renamed = renamed(service, description);
        ObjectNode document = (ObjectNode) withReferences(description, renamed);
        addComponents(document, renamed);
        addPaths(service, document);
        addTags(document);
    }

    /** Says that services are lacking, if any are. */
    ObjectNode result(List<String> missing) {
        sortPaths();
        if (!missing.isEmpty()) {
            ArrayNode names = merged.putArray("x-missing-services");
            missing.forEach(names::add);
            ObjectNode info = merged.withObject("/info");
            info.put(
                    "description",
                    info.path("description").asText("") + "\n\n**Not whole at the moment**: "
                            + String.join(", ", missing) + " did not answer. Load it again later.");
        }
        return merged;
    }

    private void addComponents(ObjectNode document, Map<String, String> renamed) {
        document.path("components").properties().forEach(section -> {
            if (!section.getKey().equals(SECURITY_SCHEMES)) {
                ObjectNode target = merged.withObject("/components").withObject("/" + section.getKey());
                section.getValue().properties().forEach(component -> {
                    String reference = REFERENCE + section.getKey() + "/" + component.getKey();
                    String newReference = renamed.getOrDefault(reference, reference);
                    target.set(newReference.substring(newReference.lastIndexOf('/') + 1), component.getValue());
                });
            }
        });
    }

    private void addPaths(String service, ObjectNode document) {
        ObjectNode paths = merged.withObject("/paths");
        document.path("paths").properties().forEach(path -> {
            Access who = access.apply(path.getKey(), service);
            if (who != null && path.getValue() instanceof ObjectNode item) {
                item.properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey()) && operation.getValue() instanceof ObjectNode node) {
                        secure(node, who);
                    }
                });
                // What the gateway answers by itself is described by the gateway.
                ObjectNode together = item.deepCopy();
                if (paths.get(path.getKey()) instanceof ObjectNode own) {
                    together.setAll(own);
                }
                paths.set(path.getKey(), together);
            }
        });
    }

    /** Credentials are the gateway's affair: what services say of passports holds inside only. */
    private void secure(ObjectNode operation, Access who) {
        operation.remove("security");
        switch (who) {
            case OPEN -> operation.putArray("security");
            case OPTIONAL -> {
                ArrayNode either = operation.putArray("security");
                either.addObject();
                merged.path("security").forEach(either::add);
            }
            case PASSPORT -> {}
        }
    }

    private void addTags(ObjectNode document) {
        Set<String> known = new HashSet<>();
        merged.path("tags").forEach(tag -> known.add(tag.path("name").asText()));
        document.path("tags").forEach(tag -> {
            if (known.add(tag.path("name").asText())) {
                merged.withArray("/tags").add(tag);
            }
        });
    }

    private void sortPaths() {
        ObjectNode paths = merged.withObject("/paths");
        Map<String, JsonNode> sorted = new TreeMap<>();
        paths.properties().forEach(path -> sorted.put(path.getKey(), path.getValue()));
        paths.removeAll();
        sorted.forEach(paths::set);
    }

    /** The references that must be others, since a component of that name is there and differs, or leads to one that does. */
    private Map<String, String> renamed(String service, ObjectNode document) {
        Map<String, JsonNode> both = new TreeMap<>();
        Map<String, String> renamed = new TreeMap<>();
        document.path("components")
                .properties()
                .forEach(section -> section.getValue().properties().forEach(component -> {
                    JsonNode there =
                            merged.path("components").path(section.getKey()).get(component.getKey());
                    if (there != null && !section.getKey().equals(SECURITY_SCHEMES)) {
                        String reference = REFERENCE + section.getKey() + "/" + component.getKey();
                        if (there.equals(component.getValue())) {
                            both.put(reference, component.getValue());
                        } else {
                            renamed.put(reference, newName(reference, service));
                        }
                    }
                }));
        spread(both, renamed, service);
        return renamed;
    }

    private void spread(Map<String, JsonNode> both, Map<String, String> renamed, String service) {
        boolean more = true;
        while (more) {
            more = false;
            for (Iterator<Map.Entry<String, JsonNode>> left = both.entrySet().iterator(); left.hasNext(); ) {
                Map.Entry<String, JsonNode> component = left.next();
                if (leadsToAny(component.getValue(), renamed.keySet())) {
                    renamed.put(component.getKey(), newName(component.getKey(), service));
                    left.remove();
                    more = true;
                }
            }
        }
    }

    private static boolean leadsToAny(JsonNode node, Set<String> references) {
        if (node.isTextual()) {
            return references.contains(node.textValue());
        }
        for (JsonNode child : node) {
            if (leadsToAny(child, references)) {
                return true;
            }
        }
        return false;
    }

    private String newName(String reference, String service) {
        int slash = reference.lastIndexOf('/');
        String section = reference.substring(REFERENCE.length(), slash);
        String name = prefix(service) + reference.substring(slash + 1);
        JsonNode taken = merged.path("components").path(section);
        int number = 2;
        String free = name;
        while (taken.has(free)) {
            free = name + number++;
        }
        return reference.substring(0, slash + 1) + free;
    }

    /** contact-service becomes Contact. */
    private static String prefix(String service) {
        StringBuilder prefix = new StringBuilder();
        for (String word : service.replaceFirst("-service$", "").split("-")) {
            prefix.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return prefix.toString();
    }

    /** A copy in which each text that is a reference to something renamed is the new one; mappings hold them as well. */
    private static JsonNode withReferences(JsonNode node, Map<String, String> renamed) {
        if (node.isTextual()) {
            String other = renamed.get(node.textValue());
            return other == null ? node : TextNode.valueOf(other);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), withReferences(field.getValue(), renamed)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(withReferences(item, renamed)));
            return array.arrayNode().addAll(items);
        }
        return node;
    }
}
