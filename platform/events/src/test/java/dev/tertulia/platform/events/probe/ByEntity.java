package dev.tertulia.platform.events.probe;

import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Changes an entity, and publishes that it did. */
@ApplicationScoped
public class ByEntity implements EventConsumer {
    public static final String NAME = "by-entity";

    private final Outbox outbox;

    ByEntity(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Counting.TALLIED);
    }

    @Override
    public Uni<Void> begin(Supplier<Uni<Void>> work) {
        return Panache.withTransaction(work);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        UUID id = UUID.fromString(event.key());
        long number = event.as(Counted.class).number();
        return Panache.getSession()
                .flatMap(session -> session.find(Tally.class, id)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> {
                            Tally tally = new Tally(id);
                            return session.persist(tally).replaceWith(tally);
                        }))
                .invoke(tally -> tally.add(number))
                .flatMap(tally -> outbox.append(Counting.counted(Counting.COUNTED, id, event.sequence())));
    }
}
