package dev.tertulia.tenant.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An entry in a sentence: who did what to which thing, and how it was before. In English, as everything that the API says
 * in words; who wants another language has the fields.
 */
final class EntrySummary {
    private static final int MAX_FIELDS = 4;
    private static final int MAX_VALUE = 60;
    private static final String ABSENT = "nothing";

    private final EntryContent content;
    private final Map<String, String> names;
    private final JsonNode oldValues;
    private final JsonNode newValues;

    private EntrySummary(EntryContent content, Map<String, String> names) {
        this.content = content;
        this.names = names;
        oldValues = EntryNames.values(content.oldValues());
        newValues = EntryNames.values(content.newValues());
    }

    /** @param names of things, by id */
    static String of(EntryContent content, Map<String, String> names) {
        var summary = new EntrySummary(content, names);
        return summary.who() + " " + summary.what() + summary.details();
    }

    private String who() {
        String name = content.actorName();
        String role = content.role() == null ? "" : " (" + content.role() + ")";
        return switch (content.actorType()) {
            case "system" -> "The system";
            case "user" -> (name == null ? "A user" : name) + role;
            case "api-key" -> "The API key " + (name == null ? "without a name" : name) + role;
            default -> content.actorType() + (name == null ? "" : " " + name) + role;
        };
    }

    private String what() {
        String verb = content.action().equals("updated")
                ? "changed"
                : content.action().replace('-', ' ');
        return isOneself() ? verb : verb + " " + thing();
    }

    /** Who signs in does so, and not something to themself. */
    private boolean isOneself() {
        boolean isChange = Set.of("created", "updated", "deleted").contains(content.action());
        String id = content.resourceId();
        return !isChange
                && (id.equals(String.valueOf(content.actorId())) || id.equals(String.valueOf(content.memberId())));
    }

    private String thing() {
        return content.resourceType().replace('-', ' ') + " " + name();
    }

    private String name() {
        JsonNode own = newValues.has("name") ? newValues.get("name") : oldValues.path("name");
        if (own.isTextual()
                && !content.action().equals("updated")
                && !own.textValue().startsWith("[")) {
            return shortened(own.textValue());
        }
        return shortened(names.getOrDefault(content.resourceId(), content.resourceId()));
    }

    private String details() {
        return switch (content.action()) {
            case "created", "deleted" -> "";
            case "updated" ->
                ": "
                        + listed(field -> label(field) + " " + value(oldValues.path(field)) + " → "
                                + value(newValues.path(field)));
            default ->
                newValues.isEmpty()
                        ? ""
                        : " (" + listed(field -> label(field) + " " + value(newValues.path(field))) + ")";
        };
    }

    private String listed(java.util.function.UnaryOperator<String> field) {
        Set<String> fields = new LinkedHashSet<>();
        newValues.fieldNames().forEachRemaining(fields::add);
        oldValues.fieldNames().forEachRemaining(fields::add);
        List<String> shown = new ArrayList<>();
        Iterator<String> all = fields.iterator();
        while (all.hasNext() && shown.size() < MAX_FIELDS) {
            shown.add(field.apply(all.next()));
        }
        int more = fields.size() - shown.size();
        return String.join(", ", shown) + (more == 0 ? "" : ", and " + more + " more");
    }

    /** Whose id is shown as a name is an assignee, not an assigneeId. */
    private String label(String field) {
        boolean isNamed = field.endsWith("Id")
                && (names.containsKey(newValues.path(field).asText())
                        || names.containsKey(oldValues.path(field).asText()));
        return isNamed ? field.substring(0, field.length() - 2) : field;
    }

    private String value(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return ABSENT;
        }
        if (value.isTextual()) {
            return shortened(names.getOrDefault(value.textValue(), value.textValue()));
        }
        if (value.isArray()) {
            return value.isEmpty()
                    ? ABSENT
                    : shortened(StreamSupport.stream(value.spliterator(), false)
                            .map(this::value)
                            .collect(Collectors.joining(", ")));
        }
        return shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…";
    }
}
