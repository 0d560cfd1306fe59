package dev.tertulia.messaging.conversation;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Wakes snoozed conversations when their time has come, those of all tenants, each in a transaction of its own. */
@ApplicationScoped
class SnoozedConversations {
    private static final Logger LOG = Logger.getLogger(SnoozedConversations.class);
    private static final int AT_ONCE = 200;

    private final CrossTenantLookup lookup;
    private final UnitOfWork units;
    private final TenantDatabase database;
    private final ConversationUpkeep conversations;
    private final Clock clock;

    SnoozedConversations(
            CrossTenantLookup lookup,
            UnitOfWork units,
            TenantDatabase database,
            ConversationUpkeep conversations,
            Clock clock) {
        this.lookup = lookup;
        this.units = units;
        this.database = database;
        this.conversations = conversations;
        this.clock = clock;
    }

    @Scheduled(
            every = "${messaging.conversation.wake-interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> wakeDue() {
        return lookup.select(
                        "snoozed_conversations_due", Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), AT_ONCE))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> wake(row.getUUID("tenant_id"), row.getUUID("conversation_id")))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure ->
                        LOG.debugf("Nothing is woken: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> wake(UUID tenant, UUID conversation) {
        return units.as(
                        tenant,
                        () -> database.inTransaction(connection -> conversations.wake(connection, conversation)))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Conversation %s is not woken yet: %s",
                        conversation, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
