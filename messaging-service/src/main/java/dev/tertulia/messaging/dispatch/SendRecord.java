package dev.tertulia.messaging.dispatch;

import dev.tertulia.contracts.messaging.ConversationReference;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.messaging.MessageStatusChanged;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.messaging.channel.ChannelHold;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records what became of a send: the attempt, the message's status, the event and the end of its wait in one transaction.
 * A status from the provider may have been faster; then what it said stands.
 */
@ApplicationScoped
class SendRecord {
    // The conversation first, as everybody does, so that nobody waits in a circle.
    private static final String LOCK = """
            select c.id, c.channel_id, k.type as channel_type, c.status, c.assignee_id, c.unread_count
            from conversation c join channel k on k.tenant_id = c.tenant_id and k.id = c.channel_id
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1
            for no key update of c""";

    private static final String END = """
            delete from dispatch d
            where d.tenant_id = current_setting('app.tenant_id')::uuid and d.message_id = $1
                and (d.state = 'sending' and d.attempts = $2 or d.state <> 'sending' and d.attempts = $2 - 1)""";

    private static final String REQUEUE = """
            update dispatch d set state = 'queued', lease_until = null, next_attempt_at = $3, failures = d.failures + $4
            where d.tenant_id = current_setting('app.tenant_id')::uuid and d.message_id = $1
                and (d.state = 'sending' and d.attempts = $2 or d.state = 'preparing' and d.attempts = $2 - 1)""";

    private static final String KEEP_UPLOAD = """
            insert into attachment_upload (attachment_id, channel_id, provider_media_id, valid_until) values ($1, $2, $3, $4)
            on conflict (tenant_id, attachment_id, channel_id) do update
                set provider_media_id = excluded.provider_media_id, valid_until = excluded.valid_until""";

    private static final String CLOSE_ATTEMPT = """
            update send_attempt a set finished_at = $3, outcome = $4, http_status = $5, code = $6, detail = $7
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.message_id = $1 and a.attempt = $2""";

    // Only upwards. That something was sent is true whatever was thought before; anything else counts only for one who
    // still had the message, or when nobody knew.
    private static final String MOVE = """
            update message m set status = $2, error = $3, external_id = coalesce(m.external_id,
                case when not exists (select 1 from message o where o.tenant_id = m.tenant_id
                    and o.channel_id = m.channel_id and o.external_id = $4) then $4 end)
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1
                and message_status_rank($2) > message_status_rank(m.status)
                and ($5 or m.status = 'unknown')
            returning m.external_id""";

    private static final String BUMP = """
            update conversation c set sequence = c.sequence + 1
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1 returning c.sequence""";

    private static final String PAUSE_LANE = """
            update dispatch_lane l set free_at = greatest(l.free_at, $2), pauses = greatest(l.pauses, $3)
            where l.tenant_id = current_setting('app.tenant_id')::uuid and l.channel_id = $1""";

    private static final String RESUME_LANE = """
            update dispatch_lane l set pauses = 0
            where l.tenant_id = current_setting('app.tenant_id')::uuid and l.channel_id = $1""";

    private final UnitOfWork units;
    private final TenantDatabase database;
    private final Outbox outbox;
    private final ChannelHold channels;
    private final ReactionRecord reactions;
    private final Clock clock;

    SendRecord(
            UnitOfWork units,
            TenantDatabase database,
            Outbox outbox,
            ChannelHold channels,
            ReactionRecord reactions,
            Clock clock) {
        this.units = units;
        this.database = database;
        this.outbox = outbox;
        this.channels = channels;
        this.reactions = reactions;
        this.clock = clock;
    }

    /** @param httpStatus of the answer; null without one */
    Uni<Void> record(Due due, Outcome outcome, @Nullable Integer httpStatus) {
        Uni<Void> recorded = units.as(
                due.tenantId(),
                () -> database.inTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(due.conversationId()))
                        .map(rows -> reference(rows.iterator().next()))
                        .flatMap(conversation -> closeAttempt(connection, due, outcome, httpStatus)
                                .chain(() -> apply(connection, due, outcome, conversation)))));
        return outcome instanceof Outcome.Held ? recorded.invoke(() -> channels.forget(due.channelId())) : recorded;
    }

    private static ConversationReference reference(Row row) {
        return new ConversationReference(
                row.getUUID("id"),
                row.getUUID("channel_id"),
                row.getString("channel_type"),
                row.getString("status"),
                row.getUUID("assignee_id"),
                row.getInteger("unread_count"));
    }

    private Uni<Void> closeAttempt(SqlConnection connection, Due due, Outcome outcome, @Nullable Integer httpStatus) {
        return connection
                .preparedQuery(CLOSE_ATTEMPT)
                .execute(Tuple.from(Arrays.asList(
                        due.messageId(),
                        due.attempt(),
                        time(clock.instant()),
                        outcome.wireName(),
                        httpStatus,
                        outcome.errorCode(),
                        outcome.explanation())))
                .replaceWithVoid();
    }

    private Uni<Void> apply(SqlConnection connection, Due due, Outcome outcome, ConversationReference conversation) {
        return switch (outcome) {
            case Outcome.Sent sent -> sent(connection, due, sent, conversation);
            case Outcome.Failed failed -> ended(connection, due, "failed", failed.failure(), conversation);
            case Outcome.Unknown unknown -> ended(connection, due, "unknown", unknown.failure(), conversation);
            case Outcome.Again again ->
                requeue(connection, due, again.at(), again.failure())
                        .chain(() -> again.pausesChannel() ? pause(connection, due, again.at()) : nothing());
            case Outcome.Prepared prepared ->
                connection
                        .preparedQuery(KEEP_UPLOAD)
                        .execute(Tuple.of(
                                prepared.attachmentId(),
                                due.channelId(),
                                prepared.providerMediaId(),
                                time(prepared.validUntil())))
                        .chain(() -> requeue(connection, due, clock.instant(), false));
            case Outcome.Held held ->
                requeue(connection, due, clock.instant(), false)
                        .chain(() -> channels.hold(connection, due.channelId(), due.channelVersion(), held.advice()));
        };
    }

    private Uni<Void> sent(SqlConnection connection, Due due, Outcome.Sent sent, ConversationReference conversation) {
        QueuedContent.Reaction reaction = due.content().reaction();
        Uni<Void> told = reaction == null
                ? end(connection, due)
                        .chain(() -> move(connection, due, "sent", null, sent.externalId(), true, conversation))
                : end(connection, due)
                        .flatMap(ended -> ended
                                ? reactions.show(connection, reaction, sent.externalId(), conversation)
                                : nothing());
        return due.lanePauses() == 0
                ? told
                : told.chain(() -> connection.preparedQuery(RESUME_LANE).execute(Tuple.of(due.channelId())))
                        .replaceWithVoid();
    }

    private Uni<Void> ended(
            SqlConnection connection,
            Due due,
            String status,
            Message.Failure failure,
            ConversationReference conversation) {
        return end(connection, due)
                .flatMap(ended -> due.isReaction()
                        ? nothing()
                        : move(connection, due, status, failure, null, ended, conversation));
    }

    private static Uni<Boolean> end(SqlConnection connection, Due due) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(due.messageId(), due.attempt()))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Void> move(
            SqlConnection connection,
            Due due,
            String status,
            Message.@Nullable Failure failure,
            @Nullable String externalId,
            boolean held,
            ConversationReference conversation) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.from(Arrays.asList(
                        due.messageId(),
                        status,
                        failure == null ? null : new JsonObject(EventJson.write(failure)),
                        externalId,
                        held)))
                .flatMap(rows -> rows.size() == 0
                        ? nothing()
                        : tell(
                                connection,
                                due.messageId(),
                                status,
                                failure,
                                rows.iterator().next().getString("external_id"),
                                conversation));
    }

    private Uni<Void> tell(
            SqlConnection connection,
            UUID message,
            String status,
            Message.@Nullable Failure failure,
            @Nullable String externalId,
            ConversationReference conversation) {
        MessageStatusChanged changed =
                new MessageStatusChanged(message, externalId, status, failure, clock.instant(), conversation);
        return connection
                .preparedQuery(BUMP)
                .execute(Tuple.of(conversation.id()))
                .map(rows -> rows.iterator().next().getLong("sequence"))
                .flatMap(sequence -> outbox.append(OutboxEvent.of(topicOf(status), conversation.id(), sequence, changed)
                        .about(message)));
    }

    private static String topicOf(String status) {
        return switch (status) {
            case "sent" -> MessagingTopics.MESSAGE_SENT;
            case "failed" -> MessagingTopics.MESSAGE_FAILED;
            case "unknown" -> MessagingTopics.MESSAGE_UNKNOWN;
            default -> throw new IllegalStateException("No topic tells of the status " + status);
        };
    }

    private static Uni<Void> requeue(SqlConnection connection, Due due, Instant at, boolean failure) {
        return connection
                .preparedQuery(REQUEUE)
                .execute(Tuple.of(due.messageId(), due.attempt(), time(at), failure ? 1 : 0))
                .replaceWithVoid();
    }

    private static Uni<Void> pause(SqlConnection connection, Due due, Instant until) {
        return connection
                .preparedQuery(PAUSE_LANE)
                .execute(Tuple.of(due.channelId(), time(until), due.lanePauses() + 1))
                .replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
