package dev.tertulia.platform.events.probe;

import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.events.PublishedTopics;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Publishes. */
@ApplicationScoped
public class Counting implements PublishedTopics {
    public static final String COUNTED = "probe.counted";
    public static final String MOVED = "probe.moved";
    public static final String TALLIED = "probe.tallied";
    public static final String DECLARED = "probe.declared";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final UnitOfWork unitOfWork;
    private final TenantDatabase database;
    private final Outbox outbox;

    Counting(UnitOfWork unitOfWork, TenantDatabase database, Outbox outbox) {
        this.unitOfWork = unitOfWork;
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public List<String> names() {
        return List.of(COUNTED, MOVED, TALLIED, DECLARED);
    }

    public static OutboxEvent counted(String topic, UUID aggregate, long sequence) {
        return OutboxEvent.of(topic, aggregate, sequence, new Counted(sequence, Instant.EPOCH, null));
    }

    /** Commits these events in one transaction of the tenant. */
    public void commit(UUID tenant, List<OutboxEvent> events) {
        inTransaction(tenant, () -> outbox.append(events));
    }

    /** One event in each transaction, with the sequences from first to last. */
    public void countOneByOne(UUID tenant, String topic, UUID aggregate, int first, int last) {
        for (int sequence = first; sequence <= last; sequence++) {
            commit(tenant, List.of(counted(topic, aggregate, sequence)));
        }
    }

    /** All in one transaction. */
    public void count(UUID tenant, String topic, UUID aggregate, int first, int last) {
        commit(
                tenant,
                IntStream.rangeClosed(first, last)
                        .mapToObj(sequence -> counted(topic, aggregate, sequence))
                        .toList());
    }

    public void inTransaction(UUID tenant, java.util.function.Supplier<Uni<Void>> work) {
        unitOfWork
                .as(tenant, () -> database.inTransaction(connection -> work.get()))
                .await()
                .atMost(LIMIT);
    }
}
