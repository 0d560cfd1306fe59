package dev.tertulia.messaging.dispatch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Puts messages into the queue, in the transaction that accepts them, and takes them out again before they are sent. */
@ApplicationScoped
public class DispatchEntries {
    private static final String ADD = """
            with lane as (
                insert into dispatch_lane (channel_id) values ($3) on conflict do nothing
            )
            insert into dispatch (message_id, conversation_id, channel_id, sequence, priority, content, next_attempt_at)
            values ($1, $2, $3, $4, $5, $6, now())""";
    private static final String REMOVE = """
            delete from dispatch d
            where d.tenant_id = current_setting('app.tenant_id')::uuid and d.message_id = $1 and d.state <> 'sending'""";

    private final Dispatcher dispatcher;

    DispatchEntries(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * Queues a message and has it looked at once the transaction has committed. The caller holds the lock on the
     * conversation's row.
     *
     * @param sequence of the message in its conversation: messages are sent in this order
     */
    public Uni<Void> add(SqlConnection connection, UUID tenant, NewEntry entry) {
        var transaction = connection.getDelegate().transaction();
        if (transaction != null) {
            transaction.completion().onSuccess(committed -> dispatcher.wake(tenant, entry.channelId()));
        }
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        entry.messageId(),
                        entry.conversationId(),
                        entry.channelId(),
                        entry.sequence(),
                        entry.priority(),
                        entry.content().json()))
                .replaceWithVoid();
    }

    /** Whether it was taken out; false when it is being sent, or is in the queue no more. */
    public Uni<Boolean> remove(SqlConnection connection, UUID messageId) {
        return connection.preparedQuery(REMOVE).execute(Tuple.of(messageId)).map(rows -> rows.rowCount() == 1);
    }

    /** @param priority lower goes first: 0 what a person wrote, 10 campaigns */
    public record NewEntry(
            UUID messageId, UUID conversationId, UUID channelId, long sequence, short priority, QueuedContent content) {
        public static final short PERSON = 0;
    }
}
