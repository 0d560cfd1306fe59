package dev.tertulia.platform.events.consume;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A consumer of much, which takes several events in one transaction. */
public interface BatchEventConsumer extends EventConsumer {
    /** As {@link #on}, for events of one tenant, oldest first. A batch that fails comes again one by one. */
    Uni<Void> onAll(List<ConsumedEvent> events);

    @Override
    default Uni<Void> on(ConsumedEvent event) {
        return onAll(List.of(event));
    }
}
