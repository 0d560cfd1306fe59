package dev.tertulia.contact.directory;

import dev.tertulia.contact.identity.Identity;
import dev.tertulia.contact.identity.OwnedIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How a contact with its identities and its activity is selected, and read from the row. */
final class ContactRows {
    /** Of {@code contact c join contact_activity a}. */
    static final String COLUMNS = """
            c.id, c.name, c.name_source, c.avatar_url, c.language, c.timezone, c.location_address, c.location_city,
            c.location_region, c.location_country, c.location_latitude, c.location_longitude, c.blocked, c.is_group, c.tags,
            c.attributes, c.sequence, c.version, c.merged_into, c.erased_at, c.created_at, c.updated_at, c.name_key,
            nullif(a.last_interaction_at, '-infinity') as last_interaction_at, a.interaction_count""";

    /** Adds the identities to rows that are called {@code page}. */
    static final String IDENTITIES = """
            (select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'scope', i.scope, 'value', i.value,
                 'address', i.address, 'createdAt', i.created_at) order by i.created_at, i.id)
               from contact_identity i where i.contact_id = page.id) as identities""";

    static final String TABLES = "contact c join contact_activity a on a.contact_id = c.id";

    private ContactRows() {}

    static List<ContactView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ContactRows::view)
                .toList();
    }

    private static ContactView view(Row row) {
        UUID id = row.getUUID("id");
        return new ContactView(
                id,
                fields(row),
                identities(id, row.getJsonArray("identities")),
                row.getLong("sequence"),
                row.getLong("version"),
                instant(row, "last_interaction_at"),
                row.getLong("interaction_count"),
                row.getUUID("merged_into"),
                instant(row, "erased_at"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getString("name_key"));
    }

    private static ContactFields fields(Row row) {
        return new ContactFields(
                row.getString("name"),
                NameSource.of(row.getString("name_source")),
                row.getString("avatar_url"),
                row.getString("language"),
                row.getString("timezone"),
                Location.orNull(new Location(
                        row.getString("location_address"),
                        row.getString("location_city"),
                        row.getString("location_region"),
                        row.getString("location_country"),
                        row.getDouble("location_latitude"),
                        row.getDouble("location_longitude"))),
                row.getBoolean("blocked"),
                row.getBoolean("is_group"),
                List.of(row.getArrayOfStrings("tags")),
                row.getJsonObject("attributes").getMap());
    }

    private static List<OwnedIdentity> identities(UUID contactId, @Nullable JsonArray identities) {
        return identities == null
                ? List.of()
                : identities.stream()
                        .map(JsonObject.class::cast)
                        .map(identity -> identity(contactId, identity))
                        .toList();
    }

    private static OwnedIdentity identity(UUID contactId, JsonObject identity) {
        return new OwnedIdentity(
                UUID.fromString(identity.getString("id")),
                contactId,
                new Identity(
                        identity.getString("kind"),
                        identity.getString("scope"),
                        identity.getString("value"),
                        identity.getString("address")),
                OffsetDateTime.parse(identity.getString("createdAt")).toInstant());
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
