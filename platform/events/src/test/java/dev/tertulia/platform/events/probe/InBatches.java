package dev.tertulia.platform.events.probe;

import dev.tertulia.platform.events.consume.BatchEventConsumer;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Consumes many events in one transaction. */
@ApplicationScoped
public class InBatches implements BatchEventConsumer {
    public static final String NAME = "in-batches";

    private final EffectLog effects;
    private final AtomicInteger largest = new AtomicInteger();

    InBatches(EffectLog effects) {
        this.effects = effects;
    }

    public int largestBatch() {
        return largest.get();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Counting.MOVED);
    }

    @Override
    public Uni<Void> onAll(List<ConsumedEvent> events) {
        largest.accumulateAndGet(events.size(), Math::max);
        Uni<Void> all = Uni.createFrom().voidItem();
        for (ConsumedEvent event : events) {
            all = all.chain(() -> effects.write(NAME, event));
        }
        return all;
    }
}
