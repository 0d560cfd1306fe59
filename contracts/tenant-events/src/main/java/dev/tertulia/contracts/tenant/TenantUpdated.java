package dev.tertulia.contracts.tenant;

import java.util.List;
import java.util.UUID;

/**
 * A tenant changed something about itself that others go by.
 *
 * @param changed names of the fields of {@code tenant} that changed
 */
public record TenantUpdated(UUID tenantId, List<String> changed, TenantDetails tenant) implements TenantEvent {
    public TenantUpdated {
        changed = List.copyOf(changed);
    }
}
