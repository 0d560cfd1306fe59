package dev.tertulia.platform.holdings;

import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets a tenant be erased: from the commit on its tombstone stands, whatever happens to this process. */
@ApplicationScoped
class ErasureConsumer implements EventConsumer {
    private final TenantDatabase database;
    private final Erasure erasure;

    ErasureConsumer(TenantDatabase database, Erasure erasure) {
        this.database = database;
        this.erasure = erasure;
    }

    @Override
    public String name() {
        return "holdings";
    }

    @Override
    public Set<String> topics() {
        return Set.of(HoldingsTopics.TENANT_ERASED, HoldingsTopics.HOLDINGS_ASKED);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        HoldingsAsked asked = event.as(HoldingsAsked.class);
        return database.inTransactionUnderWay(connection -> {
            var transaction = connection.getDelegate().transaction();
            transaction.completion().onSuccess(committed -> erasure.wake());
            return connection
                    .preparedQuery("select erase_tenant($1)")
                    .execute(Tuple.of(asked.tenantId()))
                    .replaceWithVoid();
        });
    }
}
