package dev.tertulia.contact.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tertulia.contact.directory.ContactFields;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Merges, and what they do to rows. Each call works in the transaction of its connection. */
@ApplicationScoped
class MergeRepository {
    private static final String COLUMNS = """
            select m.id, m.contact_id, m.duplicate_id, m.fields_before, m.fields_after, m.identity_ids,
              m.survivor_last_interaction_at, m.duplicate_last_interaction_at, m.duplicate_interaction_count,
              m.merged_by, m.merged_at, m.undone_at
            from contact_merge m\s""";
    private static final String INSERT = """
            insert into contact_merge (id, contact_id, duplicate_id, fields_before, fields_after, identity_ids,
              survivor_last_interaction_at, duplicate_last_interaction_at, duplicate_interaction_count, merged_by, merged_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String BURY = """
            update contact set merged_into = $2, version = version + 1, sequence = sequence + 1 where id = $1""";
    private static final String ADD_ACTIVITY = """
            update contact_activity s set interaction_count = s.interaction_count + d.interaction_count,
              last_interaction_at = greatest(s.last_interaction_at, d.last_interaction_at)
            from contact_activity d where s.contact_id = $1 and d.contact_id = $2""";
    private static final String TAKE_ACTIVITY_BACK = """
            update contact_activity set interaction_count = greatest(0, interaction_count - $2::bigint),
              last_interaction_at = case when last_interaction_at = $3::timestamptz then coalesce($4::timestamptz, '-infinity')
                else last_interaction_at end
            where contact_id = $1""";
    private static final String MARK_UNDONE = "update contact_merge set undone_at = $2, undone_by = $3 where id = $1";

    // Not the one of HTTP: what is kept must be read back whatever HTTP looks like by then.
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    Uni<Void> insert(SqlConnection connection, ContactMerge merge) {
        Tuple columns = Tuple.of(merge.id(), merge.contactId(), merge.duplicateId())
                .addValue(json(merge.before()))
                .addValue(json(merge.after()))
                .addArrayOfUUID(merge.identityIds().toArray(UUID[]::new))
                .addValue(offset(merge.survivorLastInteractionAt()))
                .addValue(offset(merge.duplicateLastInteractionAt()))
                .addLong(merge.duplicateInteractionCount())
                .addString(merge.mergedBy())
                .addValue(offset(merge.mergedAt()));
        return connection.preparedQuery(INSERT).execute(columns).replaceWithVoid();
    }

    Uni<Optional<ContactMerge>> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(COLUMNS + "where m.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> merges(rows).stream().findFirst());
    }

    /** The one that made it a duplicate and was not undone. */
    Uni<Optional<ContactMerge>> ofDuplicate(SqlConnection connection, UUID duplicateId) {
        return connection
                .preparedQuery(COLUMNS + "where m.duplicate_id = $1 and m.undone_at is null")
                .execute(Tuple.of(duplicateId))
                .map(rows -> merges(rows).stream().findFirst());
    }

    /** The latest first; undone ones as well. */
    Uni<List<ContactMerge>> ofContact(SqlConnection connection, UUID contactId, int atMost, @Nullable UUID before) {
        return connection
                .preparedQuery(COLUMNS
                        + "where m.contact_id = $1 and ($3::uuid is null or m.id < $3) order by m.id desc limit $2")
                .execute(Tuple.of(contactId, atMost, before))
                .map(MergeRepository::merges);
    }

    /** Makes the one only another name for the other; null makes it a contact of its own again. */
    Uni<Void> bury(SqlConnection connection, UUID duplicateId, @Nullable UUID survivorId) {
        return connection
                .preparedQuery(BURY)
                .execute(Tuple.of(duplicateId, survivorId))
                .replaceWithVoid();
    }

    /** The duplicate's own activity stays as it is, to come back with it. */
    Uni<Void> addActivity(SqlConnection connection, UUID survivorId, UUID duplicateId) {
        return connection
                .preparedQuery(ADD_ACTIVITY)
                .execute(Tuple.of(survivorId, duplicateId))
                .replaceWithVoid();
    }

    /** Takes the duplicate's share from the survivor, and its time as well unless somebody wrote since. */
    Uni<Void> takeActivityBack(SqlConnection connection, ContactMerge merge) {
        return connection
                .preparedQuery(TAKE_ACTIVITY_BACK)
                .execute(Tuple.of(merge.contactId(), merge.duplicateInteractionCount())
                        .addValue(offset(merge.duplicateLastInteractionAt()))
                        .addValue(offset(merge.survivorLastInteractionAt())))
                .replaceWithVoid();
    }

    Uni<Void> markUndone(SqlConnection connection, UUID mergeId, Instant now, String actor) {
        return connection
                .preparedQuery(MARK_UNDONE)
                .execute(Tuple.of(mergeId, offset(now), actor))
                .replaceWithVoid();
    }

    private static List<ContactMerge> merges(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(MergeRepository::merge)
                .toList();
    }

    private static ContactMerge merge(Row row) {
        return new ContactMerge(
                row.getUUID("id"),
                row.getUUID("contact_id"),
                row.getUUID("duplicate_id"),
                fields(row.getJsonObject("fields_before")),
                fields(row.getJsonObject("fields_after")),
                List.of(row.getArrayOfUUIDs("identity_ids")),
                instant(row, "survivor_last_interaction_at"),
                instant(row, "duplicate_last_interaction_at"),
                row.getLong("duplicate_interaction_count"),
                row.getString("merged_by"),
                row.getOffsetDateTime("merged_at").toInstant(),
                instant(row, "undone_at"));
    }

    private static JsonObject json(ContactFields fields) {
        try {
            return new JsonObject(JSON.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContactFields fields(JsonObject json) {
        try {
            return JSON.readValue(json.encode(), ContactFields.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
