package dev.tertulia.contact.tenant;

import dev.tertulia.contracts.tenant.TenantCreated;
import dev.tertulia.contracts.tenant.TenantDetails;
import dev.tertulia.contracts.tenant.TenantPlanChanged;
import dev.tertulia.contracts.tenant.TenantReactivated;
import dev.tertulia.contracts.tenant.TenantSuspended;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.contracts.tenant.TenantUpdated;
import dev.tertulia.platform.allowance.Standings;
import dev.tertulia.platform.events.UnreadableEventException;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps how a tenant stands and what its plan allows. */
@ApplicationScoped
class TenantConsumer implements EventConsumer {
    private final Standings standings;

    TenantConsumer(Standings standings) {
        this.standings = standings;
    }

    @Override
    public String name() {
        return "tenants";
    }

    @Override
    public Set<String> topics() {
        return Set.of(
                TenantTopics.TENANT_CREATED,
                TenantTopics.TENANT_UPDATED,
                TenantTopics.TENANT_SUSPENDED,
                TenantTopics.TENANT_REACTIVATED,
                TenantTopics.TENANT_PLAN_CHANGED);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        return switch (event.type()) {
            case TenantTopics.TENANT_CREATED ->
                keep(event, event.as(TenantCreated.class).tenant());
            case TenantTopics.TENANT_UPDATED ->
                keep(event, event.as(TenantUpdated.class).tenant());
            case TenantTopics.TENANT_SUSPENDED ->
                keep(event, event.as(TenantSuspended.class).tenant());
            case TenantTopics.TENANT_REACTIVATED ->
                keep(event, event.as(TenantReactivated.class).tenant());
            case TenantTopics.TENANT_PLAN_CHANGED -> {
                TenantPlanChanged changed = event.as(TenantPlanChanged.class);
                yield keep(event, changed.tenant(), changed.limits());
            }
            default -> throw new UnreadableEventException("No event of a tenant");
        };
    }

    private Uni<Void> keep(ConsumedEvent event, @Nullable TenantDetails tenant) {
        return keep(event, tenant, null);
    }

    private Uni<Void> keep(ConsumedEvent event, @Nullable TenantDetails tenant, @Nullable Map<String, Long> limits) {
        if (tenant == null) {
            throw new UnreadableEventException("The event lacks its tenant");
        }
        return standings.keep(tenant.status(), tenant.timezone(), limits, event.sequence());
    }
}
