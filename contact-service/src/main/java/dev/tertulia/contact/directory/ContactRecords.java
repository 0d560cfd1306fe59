package dev.tertulia.contact.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contacts for what works on several at once. Each call works in the transaction of its connection. */
@ApplicationScoped
public class ContactRecords {
    private static final String VIEWS = "with page as materialized (select " + ContactRows.COLUMNS + " from "
            + ContactRows.TABLES + " where c.id = any($1) and a.contact_id = any($1)) select page.*, "
            + ContactRows.IDENTITIES + " from page";
    private static final String LOCK = "select from contact where id = any($1) order by id for no key update";
    private static final String RESOLVE = """
            with recursive step (id, merged_into) as (
              select c.id, c.merged_into from contact c where c.id = $1
              union all
              select c.id, c.merged_into from step s join contact c on c.id = s.merged_into
            )
            select id from step where merged_into is null""";
    private static final String FORMER = """
            with recursive step (id) as (
              select c.id from contact c where c.merged_into = $1
              union all
              select c.id from step s join contact c on c.merged_into = s.id
            )
            select id from step""";
    private static final String WRITE = """
            update contact set name = $2, name_source = $3, avatar_url = $4, language = $5, timezone = $6,
              location_address = $7, location_city = $8, location_region = $9, location_country = $10,
              location_latitude = $11, location_longitude = $12, blocked = $13, is_group = $14, tags = $15,
              attributes = $16, version = version + 1, sequence = sequence + 1
            where id = $1""";

    /** Those that there are, merged and erased ones as well, in no order. */
    public Uni<List<ContactView>> views(SqlConnection connection, Collection<UUID> ids) {
        return connection
                .preparedQuery(VIEWS)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(ContactRows::views);
    }

    /** Until the end of the transaction nobody else changes them. */
    public Uni<Void> lock(SqlConnection connection, Collection<UUID> ids) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** The contact that an id means now: itself, or what it was merged into. */
    public Uni<Optional<UUID>> resolve(SqlConnection connection, UUID id) {
        return connection.preparedQuery(RESOLVE).execute(Tuple.of(id)).map(rows -> {
            var found = rows.iterator();
            return found.hasNext() ? Optional.of(found.next().getUUID("id")) : Optional.empty();
        });
    }

    /** The contacts that were merged into this one, and those merged into them. */
    Uni<List<UUID>> former(SqlConnection connection, UUID id) {
        return connection.preparedQuery(FORMER).execute(Tuple.of(id)).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID("id")));
            return ids;
        });
    }

    /** A change of what people edit, of which an event tells. The caller holds the lock. */
    public Uni<Void> write(SqlConnection connection, UUID id, ContactFields fields) {
        Location location = fields.location() == null ? Location.UNKNOWN : fields.location();
        Tuple columns = Tuple.of(id)
                .addString(fields.name())
                .addString(fields.nameSource().wireName())
                .addString(fields.avatarUrl())
                .addString(fields.language())
                .addString(fields.timezone())
                .addString(location.address())
                .addString(location.city())
                .addString(location.region())
                .addString(location.country())
                .addDouble(location.latitude())
                .addDouble(location.longitude())
                .addBoolean(fields.blocked())
                .addBoolean(fields.group())
                .addArrayOfString(fields.tags().toArray(String[]::new))
                .addValue(new JsonObject(fields.attributes()));
        return connection.preparedQuery(WRITE).execute(columns).replaceWithVoid();
    }
}
