package dev.tertulia.tenant.audit;

import dev.tertulia.contracts.audit.AuditTopics;
import dev.tertulia.platform.crypto.UnknownKeyException;
import dev.tertulia.platform.events.consume.BatchEventConsumer;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.PassingException;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Stores what all services record, in the order in which it comes. */
@ApplicationScoped
class AuditConsumer implements BatchEventConsumer {
    private final TenantDatabase database;
    private final ChainWriter writer;
    private final Clock clock;
    private final Counter stored = Counter.builder("audit.entries")
            .description("Entries that were stored")
            .register(Metrics.globalRegistry);
    private final Timer delay = Timer.builder("audit.delay")
            .description("From what happened to the oldest entry of a batch being stored")
            .register(Metrics.globalRegistry);

    AuditConsumer(TenantDatabase database, ChainWriter writer, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Set<String> topics() {
        return Set.of(AuditTopics.AUDIT_RECORDED);
    }

    @Override
    public Uni<Void> onAll(List<ConsumedEvent> events) {
        List<EntryContent> contents = events.stream()
                .flatMap(event -> RecordedEntries.of(event).stream())
                .toList();
        return database.inTransactionUnderWay(connection -> writer.append(connection, contents))
                .invoke(head -> {
                    stored.increment(contents.size());
                    delay.record(Duration.between(events.getFirst().time(), clock.instant()));
                })
                .onFailure(UnknownKeyException.class)
                .transform(failure -> new PassingException("It waits for the master key to be brought here", failure))
                .replaceWithVoid();
    }
}
