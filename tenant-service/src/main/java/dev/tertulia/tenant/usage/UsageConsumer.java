package dev.tertulia.tenant.usage;

import dev.tertulia.contracts.tenant.UsageCounted;
import dev.tertulia.contracts.tenant.UsageTopics;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps what services have counted. */
@ApplicationScoped
class UsageConsumer implements EventConsumer {
    private final UsageCounters counters;

    UsageConsumer(UsageCounters counters) {
        this.counters = counters;
    }

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public Set<String> topics() {
        return Set.of(UsageTopics.USAGE_COUNTED);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        return counters.keep(event.as(UsageCounted.class).counters(), event.sequence(), event.time());
    }
}
