package dev.tertulia.tenant.erasure;

import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import dev.tertulia.platform.holdings.HoldingsErased;
import dev.tertulia.platform.holdings.HoldingsTopics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from services that they hold nothing more. */
@ApplicationScoped
class ErasureReports implements EventConsumer {
    private final ErasureRepository erasures;

    ErasureReports(ErasureRepository erasures) {
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "erasure-reports";
    }

    @Override
    public Set<String> topics() {
        return Set.of(HoldingsTopics.HOLDINGS_ERASED);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        return erasures.report(event.as(HoldingsErased.class));
    }
}
