package dev.tertulia.platform.events.probe;

import dev.tertulia.platform.context.RequestId;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Writes a row for each effect, in the transaction that it happens in. */
@ApplicationScoped
public class EffectLog {
    private final TenantDatabase database;

    EffectLog(TenantDatabase database) {
        this.database = database;
    }

    /** The payload is read as well, and its number is written, so that both can be poison. */
    public Uni<Void> write(String consumer, ConsumedEvent event) {
        Counted counted = event.as(Counted.class);
        return database.inTransaction(connection -> connection
                .preparedQuery("insert into effect (consumer, event_id, key, sequence, request_id)"
                        + " values ($1, $2, $3, $4, $5)")
                .execute(Tuple.of(
                        consumer,
                        event.id(),
                        event.key(),
                        counted.number(),
                        RequestId.current().orElse(null)))
                .replaceWithVoid());
    }

    /** The numbers, in the order of the effects. */
    public static List<Long> of(String consumer, UUID tenant, String key) {
        return Tables.select(
                        "select sequence from effect where consumer = ? and tenant_id = ? and key = ? order by place",
                        consumer,
                        tenant,
                        key)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    public static long count(String consumer, UUID tenant) {
        return Tables.count("select count(*) from effect where consumer = ? and tenant_id = ?", consumer, tenant);
    }
}
