package dev.tertulia.tenant.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.events.UnreadableEventException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the things of some entries are called, so that people can read of them: members as they are called now, everything
 * else as its own creation was recorded. What was redacted there has no name.
 */
@ApplicationScoped
class EntryNames {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final String MEMBERS = """
            select m.id, m.user_id, m.name from member m
            where m.tenant_id = current_setting('app.tenant_id')::uuid and (m.id = any ($1) or m.user_id = any ($1))""";

    // The first entry of a thing is that of its creation, if that is still kept.
    private static final String CREATIONS = """
            select w.id, f.values ->> 'name' as name from unnest($1::text[]) w (id)
            cross join lateral (
                select case when e.action = 'created' and e.new_values is json object then e.new_values::jsonb end as values
                from audit_entry e
                where e.tenant_id = current_setting('app.tenant_id')::uuid and e.resource_id = w.id
                order by e.happened_at, e.sequence limit 1) f
            where f.values ->> 'name' <> '[redacted]'""";

    /** By id. */
    Uni<Map<String, String>> of(SqlConnection connection, List<AuditEntry> entries) {
        Set<String> wanted = wanted(entries);
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<String, String> names = new HashMap<>();
        return connection
                .preparedQuery(CREATIONS)
                .execute(Tuple.of(wanted.toArray(String[]::new)))
                .invoke(rows -> rows.forEach(row -> names.put(row.getString("id"), row.getString("name"))))
                .chain(() ->
                        connection.preparedQuery(MEMBERS).execute(Tuple.tuple().addArrayOfUUID(ids(wanted))))
                .invoke(rows -> rows.forEach(row -> putMember(names, row)))
                .replaceWith(names);
    }

    private static void putMember(Map<String, String> names, Row row) {
        UUID user = row.getUUID("user_id");
        names.put(row.getUUID("id").toString(), row.getString("name"));
        if (user != null) {
            names.put(user.toString(), row.getString("name"));
        }
    }

    private static UUID[] ids(Set<String> wanted) {
        return wanted.stream()
                .filter(id -> ID.matcher(id).matches())
                .map(UUID::fromString)
                .toArray(UUID[]::new);
    }

    /** The things themselves, and those that their values refer to. */
    private static Set<String> wanted(List<AuditEntry> entries) {
        Set<String> wanted = new HashSet<>();
        for (AuditEntry entry : entries) {
            wanted.add(entry.content().resourceId());
            values(entry.content().oldValues()).forEach(value -> addId(wanted, value));
            values(entry.content().newValues()).forEach(value -> addId(wanted, value));
        }
        return wanted;
    }

    private static void addId(Set<String> wanted, JsonNode value) {
        if (value.isTextual() && ID.matcher(value.textValue()).matches()) {
            wanted.add(value.textValue());
        }
    }

    /** As they were stored; what somebody made of them since, and cannot be read, as text. */
    static JsonNode values(@Nullable String json) {
        if (json == null) {
            return EventJson.tree("{}");
        }
        try {
            return EventJson.tree(json);
        } catch (UnreadableEventException e) {
            return EventJson.tree("{}");
        }
    }
}
