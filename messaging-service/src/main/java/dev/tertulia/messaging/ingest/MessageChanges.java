package dev.tertulia.messaging.ingest;

import dev.tertulia.contracts.messaging.ConversationReference;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.messaging.MessageChanged;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.messaging.inbound.InboundContent;
import dev.tertulia.messaging.inbound.MessageDeleted;
import dev.tertulia.messaging.inbound.MessageEdited;
import dev.tertulia.messaging.inbound.Reaction;
import dev.tertulia.messaging.message.MessageReader;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.events.TenantEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reactions, edits and deletions by the provider's word: they change the message they are about, and what it was is kept.
 * The later of two wins by the provider's time, whatever order they come in; one about an unknown message waits for it.
 */
@ApplicationScoped
class MessageChanges {
    // The conversation is locked first, as everybody does, so that nobody waits in a circle.
    private static final String LOCK_CONVERSATION = """
            select c.id, c.channel_id, c.status, c.assignee_id, c.unread_count, m.id as message_id,
                (select k.type from channel k where k.tenant_id = c.tenant_id and k.id = c.channel_id) as channel_type
            from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.channel_id = $1 and m.external_id = $2
            for no key update of c""";
    private static final String WAIT = """
            insert into waiting_item (channel_id, external_id, item, fingerprint) values ($1, $2, $3, $4)
            on conflict do nothing""";
    private static final String KEEP_REVISION = """
            insert into message_revision (message_id, change, previous, external_id, at)
            select m.id, $2, jsonb_strip_nulls(jsonb_build_object('text', m.text, 'content', m.content,
                'reactions', m.reactions)), $3, $4
            from message m where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1
            on conflict do nothing""";
    // One reaction a sender: an equal or later one stands. One taken back stays without emoji, as a mark of its time.
    private static final String REACT = """
            update message m set reactions = (
                select coalesce(jsonb_agg(r), '[]') from jsonb_array_elements(m.reactions) r where r ->> 'sender' <> $2)
                || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('emoji', $3::text, 'sender', $2::text, 'at', $4::text)))
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1
                and not exists (select 1 from jsonb_array_elements(m.reactions) r where r ->> 'sender' = $2
                    and ((r ->> 'at')::timestamptz > $4::text::timestamptz
                        or ((r ->> 'at')::timestamptz = $4::text::timestamptz and (r ->> 'emoji') is not distinct from $3)))""";
    private static final String EDIT = """
            update message m set text = $2, edited_at = $3
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1 and m.deleted_at is null
                and (m.edited_at is null or m.edited_at < $3)""";
    private static final String DELETE = """
            update message m set text = null, content = null, reactions = '[]', deleted_at = $2
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1 and m.deleted_at is null""";
    private static final String BUMP = """
            update conversation c set sequence = c.sequence + 1
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1 returning c.sequence""";
    private static final String READ = "select " + MessageReader.COLUMNS
            + " from message m where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1";

    private final MessageReader reader;

    MessageChanges(MessageReader reader) {
        this.reader = reader;
    }

    Uni<List<TenantEvent>> react(SqlConnection connection, ItemChange change, Reaction reaction) {
        Instant at = at(reaction.providerTime(), change);
        String sender = reaction.fromBusiness() ? "business" : "contact";
        Change what = new Change(
                reaction.targetExternalId(),
                "reacted",
                MessagingTopics.MESSAGE_REACTED,
                reaction.externalId(),
                at,
                WaitingItem.reaction(reaction),
                "reaction:" + sender + ':' + at + ':' + reaction.emoji());
        return apply(
                connection,
                change,
                what,
                REACT,
                message -> Tuple.of(message, sender, reaction.emoji(), at.toString()),
                !reaction.historical());
    }

    Uni<List<TenantEvent>> edit(SqlConnection connection, ItemChange change, MessageEdited edited) {
        Instant at = at(edited.providerTime(), change);
        InboundContent content = edited.newContent();
        Change what = new Change(
                edited.targetExternalId(),
                "edited",
                MessagingTopics.MESSAGE_EDITED,
                edited.externalId(),
                at,
                WaitingItem.edited(edited),
                "edit:" + at + ':' + edited.externalId());
        return apply(
                connection,
                change,
                what,
                EDIT,
                message -> Tuple.of(message, content.text(), at.atOffset(ZoneOffset.UTC)),
                true);
    }

    Uni<List<TenantEvent>> delete(SqlConnection connection, ItemChange change, MessageDeleted deleted) {
        Instant at = at(deleted.providerTime(), change);
        Change what = new Change(
                deleted.targetExternalId(),
                "deleted",
                MessagingTopics.MESSAGE_DELETED,
                deleted.externalId(),
                at,
                WaitingItem.deleted(deleted),
                "delete");
        return apply(connection, change, what, DELETE, message -> Tuple.of(message, at.atOffset(ZoneOffset.UTC)), true);
    }

    private record Change(
            String targetExternalId,
            String name,
            String topic,
            @Nullable String externalId,
            Instant at,
            WaitingItem waiting,
            String fingerprint) {}

    @FunctionalInterface
    private interface Arguments {
        Tuple of(UUID message);
    }

    private Uni<List<TenantEvent>> apply(
            SqlConnection connection,
            ItemChange change,
            Change what,
            String statement,
            Arguments arguments,
            boolean telling) {
        return connection
                .preparedQuery(LOCK_CONVERSATION)
                .execute(Tuple.of(change.channelId(), what.targetExternalId()))
                .flatMap(found -> {
                    if (found.size() == 0) {
                        return await(connection, change, what);
                    }
                    Row conversation = found.iterator().next();
                    UUID message = conversation.getUUID("message_id");
                    return connection
                            .preparedQuery(KEEP_REVISION)
                            .execute(Tuple.from(Arrays.asList(
                                    message,
                                    what.name(),
                                    revisionKey(what),
                                    what.at().atOffset(ZoneOffset.UTC))))
                            .chain(() -> connection.preparedQuery(statement).execute(arguments.of(message)))
                            .flatMap(changed -> changed.rowCount() == 0 || !telling
                                    ? nothing()
                                    : tell(connection, change, what, conversation));
                });
    }

    // A change has an id of its own with most providers; what it says at what time names it otherwise.
    private static String revisionKey(Change what) {
        return what.externalId() == null ? what.fingerprint() : what.externalId();
    }

    private static Uni<List<TenantEvent>> await(SqlConnection connection, ItemChange change, Change what) {
        return connection
                .preparedQuery(WAIT)
                .execute(Tuple.of(
                        change.channelId(),
                        what.targetExternalId(),
                        new JsonObject(what.waiting().json()),
                        what.fingerprint()))
                .chain(MessageChanges::nothing);
    }

    private Uni<List<TenantEvent>> tell(SqlConnection connection, ItemChange change, Change what, Row conversation) {
        UUID id = conversation.getUUID("id");
        ConversationReference reference = new ConversationReference(
                id,
                conversation.getUUID("channel_id"),
                conversation.getString("channel_type"),
                conversation.getString("status"),
                conversation.getUUID("assignee_id"),
                conversation.getInteger("unread_count"));
        UUID message = conversation.getUUID("message_id");
        return connection
                .preparedQuery(BUMP)
                .execute(Tuple.of(id))
                .map(bumped -> bumped.iterator().next().getLong("sequence"))
                .flatMap(sequence -> connection
                        .preparedQuery(READ)
                        .execute(Tuple.of(message))
                        .flatMap((RowSet<Row> rows) -> reader.read(connection, rows))
                        .map(List::getFirst)
                        .map((Message now) -> List.of(new TenantEvent(
                                change.tenantId(),
                                OutboxEvent.of(what.topic(), id, sequence, new MessageChanged(now, reference))
                                        .about(message)
                                        .causedBy(change.requestId())))));
    }

    private static Uni<List<TenantEvent>> nothing() {
        return Uni.createFrom().item(List.of());
    }

    private static Instant at(@Nullable Instant providerTime, ItemChange change) {
        return providerTime == null ? change.receivedAt() : providerTime;
    }
}
