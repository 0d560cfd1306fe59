package dev.tertulia.tenant;

import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.platform.events.PublishedTopics;
import dev.tertulia.platform.holdings.HoldingsTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What this service publishes. */
@ApplicationScoped
class PublishedTenantTopics implements PublishedTopics {
    @Override
    public List<String> names() {
        return List.of(
                TenantTopics.TENANT_CREATED,
                TenantTopics.TENANT_UPDATED,
                TenantTopics.TENANT_SETTINGS_CHANGED,
                TenantTopics.TENANT_SUSPENDED,
                TenantTopics.TENANT_REACTIVATED,
                TenantTopics.MEMBER_INVITED,
                TenantTopics.TENANT_PLAN_CHANGED,
                TenantTopics.TENANT_ERASED,
                HoldingsTopics.HOLDINGS_ASKED,
                TenantTopics.MEMBER_JOINED,
                TenantTopics.MEMBER_ROLE_CHANGED,
                TenantTopics.MEMBER_DEACTIVATED);
    }
}
