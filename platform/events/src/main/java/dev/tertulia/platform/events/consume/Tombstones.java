package dev.tertulia.platform.events.consume;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Says which tenants are no more: events of theirs that are still on their way must not bring anything back. */
public interface Tombstones {
    /** Whether there is one for the tenant. Its events are then passed over by every consumer. */
    Uni<Boolean> stand(UUID tenant);
}
