package dev.tertulia.messaging.conversation;

import dev.tertulia.contracts.messaging.Conversation;
import dev.tertulia.contracts.messaging.ConversationChanged;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to conversations without anybody doing it to them: their contact turns out to be another, their assignee
 * leaves. Works in the transaction it is given, locks the conversations in the order of their ids, and tells of
 * those that are not resolved.
 */
@ApplicationScoped
public class ConversationUpkeep {
    private static final String LOCK = """
            select c.id from conversation c where c.tenant_id = current_setting('app.tenant_id')::uuid and %s
            order by c.id for no key update""";
    private static final String CHANGE = """
            update conversation c set %s where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = any ($1)""";
    private static final String SHOW = "select " + ConversationRows.COLUMNS + " from conversation c "
            + ConversationRows.JOINS
            + " where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = any ($1) order by c.id";
    private static final String ONE_MORE = "sequence = c.sequence + 1";
    private static final String WITH_ANOTHER_NAME = """
            c.contact_id = $1 and c.status <> 'resolved' and exists (select 1 from identity i
                where i.tenant_id = c.tenant_id and i.id = c.identity_id
                    and coalesce($2::text, i.name) is distinct from coalesce($3::text, i.name))""";

    private final Outbox outbox;

    ConversationUpkeep(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The contact has another name than before; where the provider's name stood in for none, that counts. */
    public Uni<Void> rename(SqlConnection connection, UUID contact, @Nullable String before, @Nullable String after) {
        return lock(connection, WITH_ANOTHER_NAME, Tuple.of(contact, before, after))
                .flatMap(ids ->
                        change(connection, ids, ONE_MORE, Tuple.tuple(), MessagingTopics.CONVERSATION_UPDATED, null));
    }

    /** Those of these identities belong to this contact from now on. */
    public Uni<Void> moveToContact(SqlConnection connection, UUID[] identities, UUID contact) {
        return lock(connection, "c.identity_id = any ($1) and c.status = 'resolved'", Tuple.of(identities))
                .flatMap(ids -> set(connection, ids, "contact_id = $2", Tuple.of(contact)))
                .chain(() -> lock(
                        connection, "c.identity_id = any ($1) and c.contact_id <> $2", Tuple.of(identities, contact)))
                .flatMap(ids -> change(
                        connection,
                        ids,
                        "contact_id = $2, " + ONE_MORE,
                        Tuple.of(contact),
                        MessagingTopics.CONVERSATION_UPDATED,
                        null));
    }

    /** Those of these identities look different, since nothing is known of the contact any longer. */
    public Uni<Void> forgetContact(SqlConnection connection, UUID[] identities) {
        return lock(connection, "c.identity_id = any ($1) and c.status <> 'resolved'", Tuple.of(identities))
                .flatMap(ids ->
                        change(connection, ids, ONE_MORE, Tuple.tuple(), MessagingTopics.CONVERSATION_UPDATED, null));
    }

    /** What the member had and is not resolved is nobody's, so that somebody takes it. */
    public Uni<Void> makeNobodys(SqlConnection connection, UUID member) {
        return lock(connection, "c.assignee_id = $1 and c.status <> 'resolved'", Tuple.of(member))
                .flatMap(ids -> change(
                        connection,
                        ids,
                        "assignee_id = null, version = c.version + 1, " + ONE_MORE,
                        Tuple.tuple(),
                        MessagingTopics.CONVERSATION_ASSIGNED,
                        member));
    }

    /** Brings back a snoozed conversation whose time has come; no-op where it is none any longer. */
    Uni<Void> wake(SqlConnection connection, UUID id) {
        return lock(connection, "c.id = $1 and c.status = 'snoozed' and c.snoozed_until <= now()", Tuple.of(id))
                .flatMap(ids -> change(
                        connection,
                        ids,
                        "status = 'open', snoozed_until = null, version = c.version + 1, " + ONE_MORE,
                        Tuple.tuple(),
                        MessagingTopics.CONVERSATION_UPDATED,
                        null));
    }

    private static Uni<UUID[]> lock(SqlConnection connection, String which, Tuple arguments) {
        return connection
                .preparedQuery(LOCK.formatted(which))
                .execute(arguments)
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>(rows.size());
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids.toArray(UUID[]::new);
                });
    }

    private static Uni<Void> set(SqlConnection connection, UUID[] ids, String columns, Tuple values) {
        if (ids.length == 0) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.tuple().addArrayOfUUID(ids);
        for (int n = 0; n < values.size(); n++) {
            arguments.addValue(values.getValue(n));
        }
        return connection
                .preparedQuery(CHANGE.formatted(columns))
                .execute(arguments)
                .replaceWithVoid();
    }

    private Uni<Void> change(
            SqlConnection connection,
            UUID[] ids,
            String columns,
            Tuple values,
            String topic,
            @Nullable UUID previousAssignee) {
        if (ids.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return set(connection, ids, columns, values)
                .chain(() ->
                        connection.preparedQuery(SHOW).execute(Tuple.tuple().addArrayOfUUID(ids)))
                .flatMap(rows -> outbox.append(events(rows, topic, previousAssignee)));
    }

    private static List<OutboxEvent> events(RowSet<Row> rows, String topic, @Nullable UUID previousAssignee) {
        List<OutboxEvent> events = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Conversation conversation = ConversationRows.conversation(row);
            events.add(OutboxEvent.of(
                    topic,
                    conversation.id(),
                    row.getLong("sequence"),
                    new ConversationChanged(conversation, previousAssignee, null)));
        }
        return events;
    }
}
