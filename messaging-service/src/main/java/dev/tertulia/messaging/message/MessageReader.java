package dev.tertulia.messaging.message;

import dev.tertulia.contracts.messaging.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads messages as everybody sees them: from a statement that selects {@link #COLUMNS} of {@code message m}. */
@ApplicationScoped
public class MessageReader {
    public static final String COLUMNS = """
            m.id, m.conversation_id, m.direction, m.sender_type, m.sender_id, m.sender_name, m.kind, m.text, m.content,
            m.attachment_count, m.reactions, m.external_id, m.status, m.error, m.sequence, m.occurred_at, m.provider_time,
            m.edited_at, m.deleted_at, m.created_at,
            (select r.id from message r where r.tenant_id = m.tenant_id and r.channel_id = m.channel_id
                and r.external_id = m.reply_to_external_id) as reply_to_id""";

    private static final String ATTACHMENTS = """
            select a.message_id, a.id, a.kind, a.content_type, a.file_name, a.size_bytes, a.voice, a.animated, a.status,
                a.problem
            from attachment a
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.message_id = any ($1)
            order by a.message_id, a.position, a.id""";

    /** The messages of the rows, in their order, with their files. One more statement where any has files. */
    public Uni<List<Message>> read(SqlConnection connection, RowSet<Row> rows) {
        List<UUID> withFiles = new ArrayList<>();
        for (Row row : rows) {
            if (row.getInteger("attachment_count") > 0) {
                withFiles.add(row.getUUID("id"));
            }
        }
        if (withFiles.isEmpty()) {
            return Uni.createFrom().item(messages(rows, Map.of()));
        }
        return connection
                .preparedQuery(ATTACHMENTS)
                .execute(Tuple.of(withFiles.toArray(UUID[]::new)))
                .map(files -> messages(rows, byMessage(files)));
    }

    private static Map<UUID, List<Message.Attachment>> byMessage(RowSet<Row> files) {
        Map<UUID, List<Message.Attachment>> byMessage = new HashMap<>();
        for (Row file : files) {
            byMessage
                    .computeIfAbsent(file.getUUID("message_id"), message -> new ArrayList<>())
                    .add(attachment(file));
        }
        return byMessage;
    }

    /** A file as a row of {@code attachment} has it. */
    public static Message.Attachment attachment(Row file) {
        UUID id = file.getUUID("id");
        String status = file.getString("status");
        return new Message.Attachment(
                id,
                file.getString("kind"),
                file.getString("content_type"),
                file.getString("file_name"),
                file.getLong("size_bytes"),
                file.getBoolean("voice"),
                file.getBoolean("animated"),
                status,
                file.getString("problem"),
                status.equals("stored") ? "/api/v1/attachments/" + id + "/content" : null);
    }

    private static List<Message> messages(RowSet<Row> rows, Map<UUID, List<Message.Attachment>> files) {
        List<Message> messages = new ArrayList<>(rows.size());
        for (Row row : rows) {
            messages.add(message(row, files.getOrDefault(row.getUUID("id"), List.of())));
        }
        return messages;
    }

    private static Message message(Row row, List<Message.Attachment> files) {
        JsonObject content = row.getJsonObject("content");
        JsonObject error = row.getJsonObject("error");
        UUID senderId = row.getUUID("sender_id");
        return new Message(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getString("direction"),
                new Message.Sender(
                        row.getString("sender_type"),
                        senderId == null ? null : senderId.toString(),
                        row.getString("sender_name")),
                row.getString("kind"),
                row.getString("text"),
                files,
                part(content, "location"),
                parts(content, "contacts"),
                part(content, "interactive"),
                part(content, "template"),
                part(content, "extra"),
                reactions(row.getJsonArray("reactions")),
                row.getUUID("reply_to_id"),
                row.getString("external_id"),
                row.getString("status"),
                error == null
                        ? null
                        : new Message.Failure(
                                error.getString("code", ""), error.getString("title", ""), error.getString("detail")),
                instant(row.getOffsetDateTime("provider_time")),
                instant(row.getOffsetDateTime("edited_at")),
                instant(row.getOffsetDateTime("deleted_at")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("sequence"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Map<String, Object> part(@Nullable JsonObject content, String name) {
        JsonObject part = content == null ? null : content.getJsonObject(name);
        return part == null ? null : part.getMap();
    }

    @SuppressWarnings("unchecked") // a list of JSON objects is a list of maps
    private static @Nullable List<Map<String, Object>> parts(@Nullable JsonObject content, String name) {
        JsonArray parts = content == null ? null : content.getJsonArray(name);
        return parts == null ? null : (List<Map<String, Object>>) (List<?>) parts.getList();
    }

    // One taken back stays as a row without emoji, so that an older one that comes late does not bring it back.
    private static List<Message.Reaction> reactions(JsonArray stored) {
        List<Message.Reaction> reactions = new ArrayList<>();
        for (int n = 0; n < stored.size(); n++) {
            JsonObject reaction = stored.getJsonObject(n);
            String emoji = reaction.getString("emoji");
            if (emoji != null) {
                reactions.add(new Message.Reaction(
                        emoji, reaction.getString("sender"), Instant.parse(reaction.getString("at"))));
            }
        }
        return reactions;
    }
}
