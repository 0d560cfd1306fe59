package dev.tertulia.messaging.dispatch;

import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What waits to be sent. One replica at a time takes from a channel's queue, at the pace of the channel. */
@ApplicationScoped
class DispatchQueue {
    /** Another replica is taking from this channel just now, which takes it milliseconds. */
    private static final Duration ANOTHER_IS_TAKING = Duration.ofMillis(25);

    private static final int MOST_EXPIRED = 100;

    private static final String LANE = """
            select l.free_at, l.pauses, k.version, k.deleted_at is not null as removed,
                k.status in ('connecting', 'connected') and k.held_at is null
                    and coalesce(s.status not in ('suspended', 'cancelled'), true) as sending
            from dispatch_lane l join channel k on k.tenant_id = l.tenant_id and k.id = l.channel_id
            left join tenant_standing s on s.tenant_id = l.tenant_id
            where l.tenant_id = current_setting('app.tenant_id')::uuid and l.channel_id = $1
            for update of l skip locked""";

    private static final String SELECT = """
            select d.message_id, d.conversation_id, d.attempts, d.failures, d.state, d.content, d.created_at,
                c.reply_window_ends_at, i.address, i.phone, i.user_id, coalesce(t.blocked, false) as blocked,
                m.status as message_status, m.reply_to_external_id, u.provider_media_id
            from dispatch d
            join conversation c on c.tenant_id = d.tenant_id and c.id = d.conversation_id
            join identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id
            left join contact t on t.tenant_id = c.tenant_id and t.id = c.contact_id
            left join message m on m.tenant_id = d.tenant_id and m.id = d.message_id
            left join attachment_upload u on u.tenant_id = d.tenant_id and u.channel_id = d.channel_id
                and u.attachment_id = (d.content #>> '{file,attachmentId}')::uuid and u.valid_until > $2
            where d.tenant_id = current_setting('app.tenant_id')::uuid and d.channel_id = $1""";

    // The next of a conversation waits until nothing of the one before is left here.
    private static final String DUE = SELECT + """
                and d.state = 'queued' and d.next_attempt_at <= $2
                and not exists (select 1 from dispatch e where e.tenant_id = d.tenant_id
                    and e.conversation_id = d.conversation_id and e.sequence < d.sequence)
            order by d.priority, d.next_attempt_at, d.sequence
            limit $3
            for update of d skip locked""";

    private static final String EXPIRED = SELECT + """
                and d.state <> 'queued' and d.lease_until <= $2
            limit $3
            for update of d skip locked""";

    private static final String TAKE_BACK = """
            update dispatch d set state = 'queued', lease_until = null
            where d.tenant_id = current_setting('app.tenant_id')::uuid and d.message_id = any ($1)""";

    // That a call is under way is committed before it is made, so that nobody can be in doubt about having made one.
    private static final String MARK_SENDING = """
            with marked as (
                update dispatch d set state = 'sending', attempts = d.attempts + 1, lease_until = $2
                where d.tenant_id = current_setting('app.tenant_id')::uuid and d.message_id = any ($1)
                returning d.message_id, d.attempts
            )
            insert into send_attempt (message_id, attempt, started_at)
            select m.message_id, m.attempts, $3 from marked m""";

    private static final String MARK_PREPARING = """
            update dispatch d set state = 'preparing', lease_until = $2
            where d.tenant_id = current_setting('app.tenant_id')::uuid and d.message_id = any ($1)""";

    private static final String MOVE_LANE = """
            update dispatch_lane l set free_at = $2
            where l.tenant_id = current_setting('app.tenant_id')::uuid and l.channel_id = $1""";

    private final UnitOfWork units;
    private final TenantDatabase database;
    private final DispatchConfig config;
    private final Pace pace;
    private final SendJudgement judgement;
    private final Clock clock;

    DispatchQueue(UnitOfWork units, TenantDatabase database, DispatchConfig config, Clock clock) {
        this.units = units;
        this.database = database;
        this.config = config;
        this.pace = new Pace(config.messagesASecond(), config.burst());
        this.judgement =
                new SendJudgement(config, () -> ThreadLocalRandom.current().nextDouble());
        this.clock = clock;
    }

    SendJudgement judgement() {
        return judgement;
    }

    /** Takes what is due, at most so many. What is to be sent is marked so and committed when this completes. */
    Uni<Taken> take(UUID tenant, UUID channel, int room) {
        return units.as(
                tenant,
                () -> database.inTransaction(connection -> connection
                        .preparedQuery(LANE)
                        .execute(Tuple.of(channel))
                        .flatMap(rows -> rows.size() == 0
                                ? Uni.createFrom().item(Taken.nothing(ANOTHER_IS_TAKING))
                                : take(
                                        connection,
                                        tenant,
                                        channel,
                                        rows.iterator().next(),
                                        room))));
    }

    private Uni<Taken> take(SqlConnection connection, UUID tenant, UUID channel, Row row, int room) {
        Instant now = clock.instant();
        Lane lane = new Lane(
                tenant,
                channel,
                row.getInteger("version"),
                row.getInteger("pauses"),
                instant(row.getOffsetDateTime("free_at")),
                row.getBoolean("removed"));
        boolean sending = lane.removed() || row.getBoolean("sending");
        int slots = lane.removed() ? room : Math.min(room, pace.slots(lane.freeAt(), now));
        Duration next = sending && slots == 0 && room > 0 ? pace.untilNext(lane.freeAt(), now) : null;
        return expired(connection, lane, now)
                .flatMap(settled -> sending && slots > 0
                        ? due(connection, lane, now, slots, settled)
                        : Uni.createFrom().item(new Taken(List.of(), List.of(), settled, next)));
    }

    private record Lane(
            UUID tenant,
            UUID channel,
            int version,
            int pauses,
            @Nullable Instant freeAt,
            boolean removed) {}

    /** Sends whose process is gone; files that were on their way to the provider just go again. */
    private Uni<Map<Due, Outcome>> expired(SqlConnection connection, Lane lane, Instant now) {
        return connection
                .preparedQuery(EXPIRED)
                .execute(Tuple.of(lane.channel(), time(now), MOST_EXPIRED))
                .flatMap(rows -> {
                    Map<Due, Outcome> unknown = new LinkedHashMap<>();
                    List<UUID> again = new ArrayList<>();
                    for (Row row : rows) {
                        Due due = due(row, lane, row.getInteger("attempts"));
                        if (row.getString("state").equals("sending")) {
                            unknown.put(due, judgement.leaseRanOut(due, now));
                        } else {
                            again.add(due.messageId());
                        }
                    }
                    return again.isEmpty()
                            ? Uni.createFrom().item(unknown)
                            : connection
                                    .preparedQuery(TAKE_BACK)
                                    .execute(Tuple.of(again.toArray(UUID[]::new)))
                                    .replaceWith(unknown);
                });
    }

    private Uni<Taken> due(
            SqlConnection connection, Lane lane, Instant now, int slots, Map<Due, Outcome> settledBefore) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(lane.channel(), time(now), slots))
                .flatMap((RowSet<Row> rows) -> {
                    List<Due> toSend = new ArrayList<>();
                    List<Due> toPrepare = new ArrayList<>();
                    Map<Due, Outcome> settled = new LinkedHashMap<>(settledBefore);
                    for (Row row : rows) {
                        Due due = due(row, lane, row.getInteger("attempts") + 1);
                        Optional<Outcome> refusal = judgement.refusal(due, lane.removed(), now);
                        if (refusal.isPresent()) {
                            settled.put(due, refusal.get());
                        } else if (due.content().file() != null && due.providerMediaId() == null) {
                            toPrepare.add(due);
                        } else {
                            toSend.add(due);
                        }
                    }
                    // As many as there was room for: there may be more.
                    Duration lookAgain = rows.size() == slots ? Duration.ZERO : null;
                    return mark(connection, lane, now, toSend, toPrepare)
                            .replaceWith(new Taken(toSend, toPrepare, settled, lookAgain));
                });
    }

    private Uni<Void> mark(SqlConnection connection, Lane lane, Instant now, List<Due> toSend, List<Due> toPrepare) {
        OffsetDateTime leaseUntil = time(now.plus(config.lease()));
        List<Uni<RowSet<Row>>> statements = new ArrayList<>();
        if (!toSend.isEmpty()) {
            statements.add(
                    connection.preparedQuery(MARK_SENDING).execute(Tuple.of(ids(toSend), leaseUntil, time(now))));
            Instant freeAt = pace.freeAfter(lane.freeAt(), now, toSend.size());
            statements.add(connection.preparedQuery(MOVE_LANE).execute(Tuple.of(lane.channel(), time(freeAt))));
        }
        if (!toPrepare.isEmpty()) {
            statements.add(connection.preparedQuery(MARK_PREPARING).execute(Tuple.of(ids(toPrepare), leaseUntil)));
        }
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(statements).andFailFast().replaceWithVoid();
    }

    private static UUID[] ids(List<Due> due) {
        return due.stream().map(Due::messageId).toArray(UUID[]::new);
    }

    private static Due due(Row row, Lane lane, int attempt) {
        return new Due(
                lane.tenant(),
                lane.channel(),
                lane.version(),
                lane.pauses(),
                row.getUUID("message_id"),
                row.getUUID("conversation_id"),
                attempt,
                row.getInteger("failures"),
                QueuedContent.read(row.getJsonObject("content")),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("reply_window_ends_at")),
                row.getBoolean("blocked"),
                row.getString("message_status"),
                row.getString("address"),
                row.getString("phone"),
                row.getString("user_id"),
                row.getString("reply_to_external_id"),
                row.getString("provider_media_id"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
