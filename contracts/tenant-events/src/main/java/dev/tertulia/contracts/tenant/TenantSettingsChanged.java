package dev.tertulia.contracts.tenant;

import java.util.List;
import java.util.UUID;

/**
 * A tenant settled something that others go by.
 *
 * @param changed names of the fields of {@code settings} that changed
 */
public record TenantSettingsChanged(UUID tenantId, List<String> changed, TenantSettings settings)
        implements TenantEvent {
    public TenantSettingsChanged {
        changed = List.copyOf(changed);
    }
}
