package dev.tertulia.messaging.sending;

import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.messaging.dispatch.QueuedContent;
import dev.tertulia.messaging.message.MessageReader;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of what is said: looked up, added, marked. The caller holds the lock on the conversation's row. */
@ApplicationScoped
class MessageRows {
    private static final String MINE = " m.tenant_id = current_setting('app.tenant_id')::uuid";
    private static final String READ =
            "select " + MessageReader.COLUMNS + " from message m where" + MINE + " and m.id = $1";
    private static final String CONVERSATION_OF =
            "select m.conversation_id from message m where" + MINE + " and m.id = $1";
    private static final String EXTERNAL_ID =
            "select m.external_id from message m where" + MINE + " and m.conversation_id = $1 and m.id = $2";
    private static final String STATE = """
            select m.direction, m.status, m.kind, m.text, m.content, m.reply_to_external_id,
                a.id as attachment_id, a.file_name, a.voice
            from message m left join attachment a on a.tenant_id = m.tenant_id and a.message_id = m.id
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1
            order by a.position limit 1""";
    private static final String FILE = """
            select a.id, a.kind, a.content_type, a.file_name, a.size_bytes from attachment a
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.id = $1 and a.message_id is null
                and a.status = 'stored'
            for update""";
    private static final String ATTACH = """
            update attachment a set message_id = $2, channel_id = $3, voice = case when $4 then true end
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.id = $1""";
    private static final String COPY_FILE = """
            insert into attachment (id, channel_id, kind, content_type, file_name, size_bytes, sha256, voice, animated,
                status, storage_key, uploaded_by)
            select $2, a.channel_id, a.kind, a.content_type, a.file_name, a.size_bytes, a.sha256, a.voice, a.animated,
                a.status, a.storage_key, a.uploaded_by
            from attachment a where a.tenant_id = current_setting('app.tenant_id')::uuid and a.id = $1""";
    private static final String ADD = """
            insert into message (id, conversation_id, channel_id, direction, sender_type, sender_id, sender_name, kind, text,
                content, attachment_count, reply_to_external_id, status, sequence, occurred_at)
            values ($1, $2, $3, 'outbound', $4, $5, $6, $7, $8, $9, $10, $11, 'queued', $12, $13)""";
    private static final String TELL_CONVERSATION = """
            update conversation c set
                sequence = c.sequence + $2,
                message_count = c.message_count + 1,
                agent_message_count = c.agent_message_count + $3,
                last_message_at = greatest(c.last_message_at, $4),
                last_message_preview = $5,
                unread_count = 0,
                first_response_at = case when $3 = 1 and c.reply_window_ends_at is not null
                    then coalesce(c.first_response_at, $4) else c.first_response_at end,
                control = case when $3 = 1 then 'human' else c.control end,
                status = case when c.status in ('pending', 'resolved') then 'open' else c.status end,
                close_reason = case when c.status <> 'resolved' then c.close_reason end,
                resolved_at = case when c.status <> 'resolved' then c.resolved_at end,
                version = c.version + case when c.status in ('pending', 'resolved') then 1 else 0 end
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1
            returning c.sequence""";
    private static final String BUMP = """
            update conversation c set sequence = c.sequence + 1
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1 returning c.sequence""";
    private static final String MARK_RETRIED = """
            update message m set content = jsonb_set(coalesce(m.content, '{}'), '{extra}',
                coalesce(m.content -> 'extra', '{}') || jsonb_build_object('retriedAs', $2::text))
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1""";
    private static final String CANCEL = """
            update message m set status = 'failed', error = $2
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1 and m.status = 'queued'
            returning m.occurred_at""";

    private final MessageReader reader;

    MessageRows(MessageReader reader) {
        this.reader = reader;
    }

    Uni<Message> read(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(id))
                .flatMap(rows -> reader.read(connection, rows))
                .map(List::getFirst);
    }

    /** Fails with {@link SendingProblem#MESSAGE_NOT_FOUND}. */
    Uni<UUID> conversationOf(SqlConnection connection, UUID id) {
        return connection.preparedQuery(CONVERSATION_OF).execute(Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.of(SendingProblem.MESSAGE_NOT_FOUND);
            }
            return rows.iterator().next().getUUID("conversation_id");
        });
    }

    /** What the provider calls a message of the conversation. A 422 on the field where there is none. */
    Uni<String> externalId(SqlConnection connection, UUID conversation, UUID message, String field) {
        return connection
                .preparedQuery(EXTERNAL_ID)
                .execute(Tuple.of(conversation, message))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.invalid(field, "Name a message of this conversation");
                    }
                    String externalId = rows.iterator().next().getString("external_id");
                    if (externalId == null) {
                        throw ProblemException.invalid(field, "Wait until this message is sent, or name another");
                    }
                    return externalId;
                });
    }

    /** A file that waits for its message. A 422 where it does not. */
    Uni<Wording.File> file(SqlConnection connection, UUID id) {
        return connection.preparedQuery(FILE).execute(Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.invalid("attachmentIds", "Upload the file first; each can be sent once");
            }
            Row row = rows.iterator().next();
            return new Wording.File(
                    row.getUUID("id"),
                    row.getString("kind"),
                    row.getString("content_type"),
                    row.getString("file_name"),
                    row.getLong("size_bytes"));
        });
    }

    /** The sequence that the message has. @param steps 2 when another event stands before it */
    Uni<Long> tellConversation(
            SqlConnection connection, UUID conversation, int steps, boolean byAgent, Instant at, String preview) {
        return connection
                .preparedQuery(TELL_CONVERSATION)
                .execute(Tuple.of(conversation, steps, byAgent ? 1 : 0, time(at), preview))
                .map(MessageRows::sequence);
    }

    Uni<Long> bump(SqlConnection connection, UUID conversation) {
        return connection.preparedQuery(BUMP).execute(Tuple.of(conversation)).map(MessageRows::sequence);
    }

    private static long sequence(RowSet<Row> rows) {
        return rows.iterator().next().getLong("sequence");
    }

    Uni<UUID> add(
            SqlConnection connection,
            OpenConversation conversation,
            Draft draft,
            Author author,
            long sequence,
            Instant at) {
        UUID id = UuidV7.next();
        QueuedContent queued = draft.wording().queued();
        QueuedContent.File file = queued.file();
        Uni<?> added = connection
                .preparedQuery(ADD)
                .execute(Tuple.from(Arrays.asList(
                        id,
                        conversation.view().id(),
                        conversation.view().channelId(),
                        author.senderType(),
                        author.senderId(),
                        author.name(),
                        queued.kind(),
                        draft.wording().text(),
                        draft.content(),
                        file == null ? 0 : 1,
                        draft.replyToExternalId(),
                        sequence,
                        time(at))));
        return file == null
                ? added.replaceWith(id)
                : added.chain(() -> connection
                                .preparedQuery(ATTACH)
                                .execute(Tuple.of(
                                        file.attachmentId(),
                                        id,
                                        conversation.view().channelId(),
                                        file.voice())))
                        .replaceWith(id);
    }

    /** What a message said and how it stands, to say it again. */
    record Said(
            String direction,
            String status,
            QueuedContent content,
            @Nullable String replyToExternalId,
            boolean retried) {}

    /** Empty where there is no such message. */
    Uni<Optional<Said>> said(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(STATE)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(said(rows.iterator().next())));
    }

    private static Said said(Row row) {
        JsonObject kept = row.getJsonObject("content");
        JsonObject content = new JsonObject().put("kind", row.getString("kind"));
        boolean retried = false;
        if (kept != null) {
            JsonObject extra = kept.getJsonObject("extra");
            retried = extra != null && extra.containsKey("retriedAs");
            kept.stream()
                    .filter(part -> !part.getKey().equals("extra"))
                    .forEach(part -> content.put(part.getKey(), part.getValue()));
        }
        if (row.getString("text") != null) {
            content.put("text", row.getString("text"));
        }
        UUID attachment = row.getUUID("attachment_id");
        if (attachment != null) {
            content.put(
                    "file",
                    new JsonObject()
                            .put("attachmentId", attachment.toString())
                            .put("fileName", row.getString("file_name"))
                            .put("voice", Boolean.TRUE.equals(row.getBoolean("voice"))));
        }
        return new Said(
                row.getString("direction"),
                row.getString("status"),
                EventJson.read(content.encode(), QueuedContent.class),
                row.getString("reply_to_external_id"),
                retried);
    }

    /** The same content with a file of its own, where it has one: a file belongs to one message. */
    Uni<QueuedContent> copied(SqlConnection connection, QueuedContent content) {
        QueuedContent.File file = content.file();
        if (file == null) {
            return Uni.createFrom().item(content);
        }
        UUID copy = UuidV7.next();
        return connection
                .preparedQuery(COPY_FILE)
                .execute(Tuple.of(file.attachmentId(), copy))
                .replaceWith(new QueuedContent(
                        content.kind(),
                        content.text(),
                        new QueuedContent.File(copy, file.fileName(), file.voice()),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    Uni<Void> markRetried(SqlConnection connection, UUID id, UUID as) {
        return connection
                .preparedQuery(MARK_RETRIED)
                .execute(Tuple.of(id, as.toString()))
                .replaceWithVoid();
    }

    /** When it was accepted; empty where it is queued no more. */
    Uni<Optional<Instant>> cancel(SqlConnection connection, UUID id, Message.Failure cancelled) {
        return connection
                .preparedQuery(CANCEL)
                .execute(Tuple.of(id, new JsonObject(EventJson.write(cancelled))))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator()
                                .next()
                                .getOffsetDateTime("occurred_at")
                                .toInstant()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
