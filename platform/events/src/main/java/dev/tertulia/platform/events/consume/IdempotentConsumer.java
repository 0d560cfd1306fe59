package dev.tertulia.platform.events.consume;

import dev.tertulia.platform.context.RequestId;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets an event take effect once, however often it comes: it is remembered in the transaction of its effect. */
@ApplicationScoped
public class IdempotentConsumer {
    private static final String REMEMBER = """
            insert into processed_event (consumer, event_id) select $1, unnest($2::uuid[])
            on conflict do nothing returning event_id""";

    private final UnitOfWork unitOfWork;
    private final TenantDatabase database;
    private final Tombstones tombstones;

    IdempotentConsumer(UnitOfWork unitOfWork, TenantDatabase database, Tombstones tombstones) {
        this.unitOfWork = unitOfWork;
        this.database = database;
        this.tombstones = tombstones;
    }

    /**
     * Runs the effect as the event's tenant, in one transaction with the memory of the event, unless this consumer has
     * seen it before or the tenant is no more. While the same event is under way elsewhere it waits for how that ends.
     */
    public Uni<Void> consume(ConsumedEvent event, String consumer, Function<ConsumedEvent, Uni<Void>> effect) {
        return consumeAll(List.of(event), consumer, events -> effect.apply(event));
    }

    /** As {@link #consume}, for events of one tenant; the effect gets those that are new, in the same order. */
    public Uni<Void> consumeAll(
            List<ConsumedEvent> events, String consumer, Function<List<ConsumedEvent>, Uni<Void>> effect) {
        return consumeAll(events, consumer, effect, Supplier::get);
    }

    Uni<Void> consumeAll(
            List<ConsumedEvent> events,
            String consumer,
            Function<List<ConsumedEvent>, Uni<Void>> effect,
            Function<Supplier<Uni<Void>>, Uni<Void>> begin) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ConsumedEvent first = events.getFirst();
        if (events.stream().anyMatch(event -> !event.tenantId().equals(first.tenantId()))) {
            throw new IllegalArgumentException("A batch of several tenants");
        }
        return tombstones
                .stand(first.tenantId())
                .flatMap(gone -> gone ? Uni.createFrom().voidItem() : take(events, consumer, effect, begin));
    }

    private Uni<Void> take(
            List<ConsumedEvent> events,
            String consumer,
            Function<List<ConsumedEvent>, Uni<Void>> effect,
            Function<Supplier<Uni<Void>>, Uni<Void>> begin) {
        ConsumedEvent first = events.getFirst();
        return unitOfWork.as(first.tenantId(), () -> {
            if (first.requestId() != null) {
                RequestId.bind(first.requestId());
            }
            return begin.apply(() -> database.inTransaction(
                    connection -> remember(connection, consumer, events).flatMap(fresh -> takeEffect(fresh, effect))));
        });
    }

    private static Uni<Void> takeEffect(List<ConsumedEvent> fresh, Function<List<ConsumedEvent>, Uni<Void>> effect) {
        return fresh.isEmpty() ? Uni.createFrom().voidItem() : effect.apply(fresh);
    }

    private static Uni<List<ConsumedEvent>> remember(
            SqlConnection connection, String consumer, List<ConsumedEvent> events) {
        // Sorted, so that two batches with the same events wait for each other rather than deadlock.
        UUID[] ids = events.stream().map(ConsumedEvent::id).distinct().sorted().toArray(UUID[]::new);
        return connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(consumer, ids))
                .map(remembered -> fresh(events, remembered));
    }

    private static List<ConsumedEvent> fresh(List<ConsumedEvent> events, RowSet<Row> remembered) {
        Set<UUID> ids = new HashSet<>();
        remembered.forEach(row -> ids.add(row.getUUID(0)));
        // An event that is in the batch twice is new once.
        return events.stream().filter(event -> ids.remove(event.id())).toList();
    }
}
