package dev.tertulia.contact.directory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is written down about a contact: all that people edit, and who gave it its name. */
public record ContactFields(
        @Nullable String name,
        NameSource nameSource,
        @Nullable String avatarUrl,
        @Nullable String language,
        @Nullable String timezone,
        @Nullable Location location,
        boolean blocked,
        boolean group,
        List<String> tags,
        Map<String, Object> attributes) {

    public ContactFields {
        tags = List.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }

    /** The names, as the API has them, of the fields in which the two differ. */
    public Set<String> differences(ContactFields other) {
        Set<String> names = new LinkedHashSet<>();
        note(names, "name", name, other.name);
        note(names, "avatarUrl", avatarUrl, other.avatarUrl);
        note(names, "language", language, other.language);
        note(names, "timezone", timezone, other.timezone);
        note(names, "location", location, other.location);
        note(names, "blocked", blocked, other.blocked);
        note(names, "isGroup", group, other.group);
        note(names, "tags", tags, other.tags);
        note(names, "attributes", attributes, other.attributes);
        return names;
    }

    private static void note(Set<String> names, String name, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            names.add(name);
        }
    }
}
