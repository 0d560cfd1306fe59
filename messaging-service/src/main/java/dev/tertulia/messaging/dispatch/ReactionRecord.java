package dev.tertulia.messaging.dispatch;

import dev.tertulia.contracts.messaging.ConversationReference;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.messaging.MessageChanged;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.messaging.message.MessageReader;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Shows a reaction of ours on its message once the provider has it. */
@ApplicationScoped
class ReactionRecord {
    // To the customer we are one, so a reaction of ours takes the place of any other of ours.
    private static final String BUSINESS = "business";
    private static final String KEEP_REVISION = """
            insert into message_revision (message_id, change, previous, external_id, at)
            select m.id, 'reacted', jsonb_strip_nulls(jsonb_build_object('text', m.text, 'content', m.content,
                'reactions', m.reactions)), $2, $3
            from message m where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1
            on conflict do nothing""";
    private static final String REACT = """
            update message m set reactions = (
                select coalesce(jsonb_agg(r), '[]') from jsonb_array_elements(m.reactions) r where r ->> 'sender' = 'contact')
                || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
                    'emoji', $3::text, 'sender', $2::text, 'at', $4::text)))
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1 and m.deleted_at is null""";
    private static final String BUMP = """
            update conversation c set sequence = c.sequence + 1
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1 returning c.sequence""";
    private static final String READ = "select " + MessageReader.COLUMNS
            + " from message m where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1";

    private final MessageReader reader;
    private final Outbox outbox;
    private final Clock clock;

    ReactionRecord(MessageReader reader, Outbox outbox, Clock clock) {
        this.reader = reader;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> show(
            SqlConnection connection,
            QueuedContent.Reaction reaction,
            String externalId,
            ConversationReference conversation) {
        UUID target = reaction.targetId();
        var now = clock.instant();
        String sender = reaction.by() == null ? BUSINESS : reaction.by();
        return connection
                .preparedQuery(KEEP_REVISION)
                .execute(Tuple.of(target, externalId, now.atOffset(java.time.ZoneOffset.UTC)))
                .chain(() -> connection
                        .preparedQuery(REACT)
                        .execute(Tuple.from(Arrays.asList(target, sender, reaction.emoji(), now.toString()))))
                .flatMap(changed ->
                        changed.rowCount() == 0 ? Uni.createFrom().voidItem() : tell(connection, target, conversation));
    }

    private Uni<Void> tell(SqlConnection connection, UUID target, ConversationReference conversation) {
        return connection
                .preparedQuery(BUMP)
                .execute(Tuple.of(conversation.id()))
                .map(rows -> rows.iterator().next().getLong("sequence"))
                .flatMap(sequence -> connection
                        .preparedQuery(READ)
                        .execute(Tuple.of(target))
                        .flatMap(rows -> reader.read(connection, rows))
                        .map(List::getFirst)
                        .flatMap((Message now) -> outbox.append(OutboxEvent.of(
                                        MessagingTopics.MESSAGE_REACTED,
                                        conversation.id(),
                                        sequence,
                                        new MessageChanged(now, conversation))
                                .about(target))));
    }
}
