package dev.tertulia.tenant.role;

import dev.tertulia.tenant.setting.SettingService;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows what roles permit in the unit of work's tenant. */
@ApplicationScoped
public class RoleService {
    private final SettingService settings;

    RoleService(SettingService settings) {
        this.settings = settings;
    }

    @WithTransaction
    public Uni<RoleTable> table() {
        return settings.conversationVisibility().map(RoleTable::new);
    }
}
