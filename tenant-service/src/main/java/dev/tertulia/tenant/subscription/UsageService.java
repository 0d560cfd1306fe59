package dev.tertulia.tenant.subscription;

import dev.tertulia.tenant.tenant.TenantService;
import dev.tertulia.tenant.usage.UsageCounters;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Holds what is used against what is allowed. */
@ApplicationScoped
class UsageService {
    private final TenantService tenants;
    private final Entitlements entitlements;
    private final UsageCounters counters;
    private final Clock clock;

    UsageService(TenantService tenants, Entitlements entitlements, UsageCounters counters, Clock clock) {
        this.tenants = tenants;
        this.entitlements = entitlements;
        this.counters = counters;
        this.clock = clock;
    }

    @WithTransaction
    Uni<UsageView> current() {
        return tenants.current().flatMap(tenant -> {
            Period period = Period.of(clock.instant(), tenant.timezone());
            return entitlements
                    .current()
                    .flatMap(now -> counters.of(period.month()).map(used -> UsageView.of(now, used, period)));
        });
    }
}
