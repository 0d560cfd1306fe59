package dev.tertulia.messaging.conversation;

import dev.tertulia.contracts.messaging.Conversation;
import dev.tertulia.contracts.messaging.ConversationChanged;
import dev.tertulia.contracts.messaging.ConversationReference;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.messaging.message.ReadReceipts;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What people do with conversations. Each change locks the conversation first, tells of itself in the same transaction, and
 * is a no-op that tells nothing when it is so already. A conversation that the caller does not see is not found.
 */
@ApplicationScoped
public class ConversationService {
    private static final String ASSIGN = "assignee_id = $2";
    private static final String RESOLVE =
            "status = 'resolved', resolved_at = now(), close_reason = $2, snoozed_until = null";
    private static final String REOPEN = "status = 'open', resolved_at = null, close_reason = null";
    private static final String SNOOZE = "status = 'snoozed', snoozed_until = $2";
    private static final String READ = "unread_count = 0";
    private static final String PRIORITY = "priority = $2";
    // They stand in rows of their own.
    private static final String LABELS = "id = c.id";
    private static final String OPEN_OF_THE_SAME = """
            select o.id from conversation c
            join conversation o on o.tenant_id = c.tenant_id and o.channel_id = c.channel_id
                and o.identity_id = c.identity_id and o.status <> 'resolved'
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1""";

    private final TenantDatabase database;
    private final ConversationRepository conversations;
    private final HistoryRepository histories;
    private final Outbox outbox;
    private final ReadReceipts receipts;
    private final CurrentCaller caller;

    ConversationService(
            TenantDatabase database,
            ConversationRepository conversations,
            HistoryRepository histories,
            Outbox outbox,
            ReadReceipts receipts,
            CurrentCaller caller) {
        this.database = database;
        this.conversations = conversations;
        this.histories = histories;
        this.outbox = outbox;
        this.receipts = receipts;
        this.caller = caller;
    }

    Uni<List<Conversation>> page(ConversationQuery query) {
        return database.inTransaction(connection -> conversations
                .page(connection, query)
                .map(rows -> rows.stream().map(ConversationRows::conversation).toList()));
    }

    /** With the version behind its ETag. */
    record Versioned(Conversation conversation, int version) {
        static Versioned of(Row row) {
            return new Versioned(ConversationRows.conversation(row), row.getInteger("version"));
        }
    }

    Uni<Versioned> get(UUID id) {
        ConversationVisibility visibility = visibility();
        return database.inTransaction(
                connection -> conversations.find(connection, id).map(found -> Versioned.of(seen(found, visibility))));
    }

    Uni<History> history(UUID id, HistoryPart part) {
        ConversationVisibility visibility = visibility();
        return database.inTransaction(connection -> conversations
                .find(connection, id)
                .map(found -> seen(found, visibility))
                .flatMap(row -> histories.read(connection, id, part)));
    }

    /** Whoever may not assign everything may give what is theirs or nobody's to themself, a colleague or nobody. */
    Uni<Versioned> assign(UUID id, @Nullable UUID memberId) {
        Caller by = caller.get();
        // Of oneself the passport says it, also before tenant-service's event of it has come.
        return database.inTransaction(connection -> (memberId == null || memberId.equals(by.memberId())
                        ? Uni.createFrom().item(true)
                        : conversations.isMember(connection, memberId))
                .flatMap(isMember -> assign(id, memberId, isMember, by)));
    }

    private Uni<Versioned> assign(UUID id, @Nullable UUID memberId, boolean isMember, Caller by) {
        return change(id, row -> {
            UUID now = row.getUUID("assignee_id");
            if (Objects.equals(now, memberId)) {
                return Optional.empty();
            }
            // To whomever: who hands their own over, or deals out what nobody has, takes it from nobody.
            boolean own = now == null || now.equals(by.memberId());
            if (!own && !by.may(Permission.CONVERSATIONS_ASSIGN)) {
                throw ProblemException.of(ConversationProblem.NOT_YOURS_TO_ASSIGN);
            }
            if (!isMember) {
                throw ProblemException.invalid("memberId", "must be an active member's id");
            }
            return Optional.of(new Change(ASSIGN, memberId, MessagingTopics.CONVERSATION_ASSIGNED));
        });
    }

    Uni<Versioned> resolve(UUID id, @Nullable String reason) {
        return change(
                id,
                row -> row.getString("status").equals("resolved")
                        ? Optional.empty()
                        : Optional.of(new Change(RESOLVE, reason, MessagingTopics.CONVERSATION_RESOLVED)));
    }

    /** Where another conversation of the same person is open already, that one is the answer. */
    Uni<Versioned> reopen(UUID id) {
        return database.inTransaction(connection -> connection
                        .preparedQuery(OPEN_OF_THE_SAME)
                        .execute(Tuple.of(id))
                        .map(rows ->
                                rows.size() == 0 ? id : rows.iterator().next().getUUID("id")))
                .flatMap(target -> change(
                        target,
                        row -> row.getString("status").equals("resolved")
                                ? Optional.of(new Change(REOPEN, null, MessagingTopics.CONVERSATION_REOPENED))
                                : Optional.empty()));
    }

    Uni<Versioned> snooze(UUID id, Instant until) {
        return change(id, row -> {
            if (row.getString("status").equals("resolved")) {
                throw ProblemException.of(ConversationProblem.RESOLVED);
            }
            boolean same = row.getOffsetDateTime("snoozed_until") != null
                    && row.getOffsetDateTime("snoozed_until").toInstant().equals(until);
            return same
                    ? Optional.empty()
                    : Optional.of(
                            new Change(SNOOZE, until.atOffset(ZoneOffset.UTC), MessagingTopics.CONVERSATION_UPDATED));
        });
    }

    /** All that came in so far has been seen. Leaves the ETag as it is, since nobody edited anything. */
    Uni<Versioned> read(UUID id) {
        AtomicBoolean wasUnread = new AtomicBoolean();
        return change(id, row -> {
                    wasUnread.set(row.getInteger("unread_count") > 0);
                    return wasUnread.get()
                            ? Optional.of(new Change(READ, null, MessagingTopics.CONVERSATION_UPDATED))
                            : Optional.empty();
                })
                .invoke(() -> {
                    if (wasUnread.get()) {
                        receipts.markRead(CurrentTenant.required(), id);
                    }
                });
    }

    /** Priority, as people see it. Fails with {@link dev.tertulia.platform.web.CommonProblem#STALE_VERSION}. */
    Uni<Versioned> edit(UUID id, MergePatch<EditableConversation> patch, @Nullable String ifMatch) {
        return change(id, row -> {
            EntityTags.requireMatch(ifMatch, row.getInteger("version"));
            EditableConversation before = new EditableConversation(row.getString("priority"));
            EditableConversation after = patch.apply(before);
            return after.equals(before)
                    ? Optional.empty()
                    : Optional.of(new Change(PRIORITY, after.priority(), MessagingTopics.CONVERSATION_UPDATED));
        });
    }

    /** These labels and no others. */
    Uni<Versioned> label(UUID id, Set<UUID> labels) {
        String by = caller.get().actor().id().toString();
        // The conversation is locked first, as by everybody; what the rows are set to is decided behind the lock.
        return database.inTransaction(connection -> requireVisibleForChange(id)
                .chain(() -> conversations.knowLabels(connection, labels))
                .invoke(known -> {
                    if (!known) {
                        throw ProblemException.invalid("labelIds", "must be ids of labels that there are");
                    }
                })
                .chain(() -> conversations.setLabels(connection, id, labels, by))
                .flatMap(changed -> change(
                        id,
                        row -> changed
                                ? Optional.of(new Change(LABELS, null, MessagingTopics.CONVERSATION_LABELLED))
                                : Optional.empty())));
    }

    /** What is not resolved, of what the caller sees. */
    Uni<ConversationCounts> counts(@Nullable UUID label, @Nullable UUID channel) {
        ConversationVisibility visibility = visibility();
        return database.inTransaction(connection -> conversations.counts(connection, visibility, label, channel));
    }

    /** Fails with {@link ConversationProblem#NOT_FOUND} where the caller does not see it. */
    public Uni<Void> requireVisible(UUID id) {
        ConversationVisibility visibility = visibility();
        return database.inTransaction(connection -> conversations
                .find(connection, id)
                .invoke(found -> seen(found, visibility))
                .replaceWithVoid());
    }

    /** As {@link #requireVisible}; nobody else changes it until this transaction ends. */
    public Uni<Void> requireVisibleForChange(UUID id) {
        ConversationVisibility visibility = visibility();
        return database.inTransaction(connection -> conversations
                .lock(connection, id)
                .invoke(found -> seen(found, visibility))
                .replaceWithVoid());
    }

    /** Publishes that something happened in it, in the transaction under way. Fails where the caller does not see it. */
    public Uni<Void> tell(UUID id, String topic, UUID subject, Function<ConversationReference, Object> payload) {
        return database.inTransactionUnderWay(connection -> requireVisibleForChange(id)
                .chain(() -> conversations.bump(connection, id))
                .map(Optional::orElseThrow)
                .flatMap(row -> outbox.append(OutboxEvent.of(
                                topic,
                                id,
                                row.getLong("sequence"),
                                payload.apply(ConversationRows.reference(ConversationRows.conversation(row))))
                        .about(subject))));
    }

    /**
     * @param columns what is set, with {@code $2} for the value
     * @param topic which tells of it
     */
    private record Change(String columns, @Nullable Object value, String topic) {
        boolean takesValue() {
            return columns.contains("$2");
        }

        boolean isEdit() {
            return !columns.equals(READ);
        }
    }

    @FunctionalInterface
    private interface Decision {
        /** What to change of the locked row; empty where it is so already. */
        Optional<Change> of(Row locked);
    }

    private Uni<Versioned> change(UUID id, Decision decision) {
        ConversationVisibility visibility = visibility();
        String by = caller.get().actor().id().toString();
        return database.inTransaction(connection -> conversations
                .lock(connection, id)
                .flatMap(found -> {
                    Row before = seen(found, visibility);
                    Optional<Change> change = decision.of(before);
                    return change.isEmpty()
                            ? Uni.createFrom().item(Versioned.of(before))
                            : apply(connection, id, before, change.get(), by);
                }));
    }

    private Uni<Versioned> apply(SqlConnection connection, UUID id, Row before, Change change, String by) {
        String update = "update conversation c set " + change.columns() + ", sequence = c.sequence + 1"
                + (change.isEdit() ? ", version = c.version + 1" : "")
                + " where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1";
        Tuple arguments = change.takesValue() ? Tuple.from(Arrays.asList(id, change.value())) : Tuple.of(id);
        return connection
                .preparedQuery(update)
                .execute(arguments)
                .chain(() -> conversations.find(connection, id))
                .map(Optional::orElseThrow)
                .flatMap(after -> {
                    Versioned now = Versioned.of(after);
                    UUID previous = change.topic().equals(MessagingTopics.CONVERSATION_ASSIGNED)
                            ? before.getUUID("assignee_id")
                            : null;
                    return outbox.append(OutboxEvent.of(
                                    change.topic(),
                                    id,
                                    after.getLong("sequence"),
                                    new ConversationChanged(now.conversation(), previous, by)))
                            .replaceWith(now);
                });
    }

    private ConversationVisibility visibility() {
        return ConversationVisibility.of(caller.get());
    }

    private static Row seen(Optional<Row> found, ConversationVisibility visibility) {
        return found.filter(row -> visibility.sees(row.getUUID("assignee_id")))
                .orElseThrow(() -> ProblemException.of(ConversationProblem.NOT_FOUND));
    }
}
