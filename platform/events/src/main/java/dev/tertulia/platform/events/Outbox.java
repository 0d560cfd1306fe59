package dev.tertulia.platform.events;

import dev.tertulia.platform.context.RequestId;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where events are put, in the transaction of the change they tell of. What rolls back publishes nothing. */
@ApplicationScoped
public class Outbox {
    private static final String APPEND = """
            insert into outbox (topic, key, subject, aggregate_sequence, request_id, occurred_at, payload)
            select e.topic, e.key, e.subject, e.sequence, e.request_id, coalesce(e.time, now()), e.payload
            from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[], $7::text[])
              with ordinality as e (topic, key, subject, sequence, request_id, time, payload, place)
            order by e.place""";

    /** The statement for {@link #columns}. */
    public static final String APPEND_FOR_SEVERAL_TENANTS =
            "select outbox_append($1::uuid[], $2, $3, $4, $5, $6, $7, $8)";

    private final TenantDatabase database;
    private final CommitSignal signal;

    Outbox(TenantDatabase database, CommitSignal signal) {
        this.database = database;
        this.signal = signal;
    }

    /**
     * Appends the events, in this order, to the transaction under way in this unit of work; fails where there is none.
     * The caller holds the lock on each aggregate's row, which is what keeps one aggregate's events in order.
     */
    public Uni<Void> append(OutboxEvent... events) {
        return append(List.of(events));
    }

    /** As {@link #append(OutboxEvent...)}. */
    public Uni<Void> append(List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.inTransactionUnderWay(connection -> append(connection, events));
    }

    private Uni<Void> append(SqlConnection connection, List<OutboxEvent> events) {
        signalCommitOf(connection);
        return connection
                .preparedQuery(APPEND)
                .execute(columnsOf(events, RequestId.current().orElse(null)))
                .replaceWithVoid();
    }

    /**
     * Appends events of several tenants to the transaction of this connection; events of one tenant must stand together.
     * The last tenant stays set for the rest of the transaction.
     */
    public Uni<Void> appendForSeveralTenants(SqlConnection connection, List<TenantEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        signalCommitOf(connection);
        return connection
                .preparedQuery(APPEND_FOR_SEVERAL_TENANTS)
                .execute(columns(events))
                .replaceWithVoid();
    }

    /**
     * What {@link #APPEND_FOR_SEVERAL_TENANTS} takes, for a writer that sends it along with statements of its own and
     * calls {@link CommitSignal#committed()} after its commit.
     */
    public static Tuple columns(List<TenantEvent> events) {
        Tuple columns = Tuple.of(column(events, TenantEvent::tenantId, UUID[]::new));
        addColumns(columns, events.stream().map(TenantEvent::event).toList(), null);
        return columns;
    }

    private static Tuple columnsOf(List<OutboxEvent> events, @Nullable String requestId) {
        Tuple columns = Tuple.tuple();
        addColumns(columns, events, requestId);
        return columns;
    }

    private static void addColumns(Tuple columns, List<OutboxEvent> events, @Nullable String requestId) {
        columns.addArrayOfString(column(events, OutboxEvent::topic, String[]::new));
        columns.addArrayOfString(column(events, OutboxEvent::key, String[]::new));
        columns.addArrayOfString(column(events, OutboxEvent::subject, String[]::new));
        columns.addArrayOfLong(column(events, OutboxEvent::sequence, Long[]::new));
        columns.addArrayOfString(column(events, e -> e.requestId() == null ? requestId : e.requestId(), String[]::new));
        columns.addValue(column(events, e -> offset(e.occurredAt()), OffsetDateTime[]::new));
        columns.addArrayOfString(column(events, e -> EventJson.write(e.payload()), String[]::new));
    }

    // NUL is JSON like any other, but PostgreSQL's text cannot hold it; Jackson writes it escaped, which text can.
    private static <E, V extends @Nullable Object> V[] column(
            List<E> events, Function<E, V> value, Function<Integer, V[]> array) {
        return events.stream().map(value).toArray(array::apply);
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** Has the relay look as soon as the transaction has committed. */
    void signalCommitOf(SqlConnection connection) {
        var transaction = connection.getDelegate().transaction();
        if (transaction != null) {
            transaction.completion().onSuccess(done -> signal.committed());
        }
    }
}
