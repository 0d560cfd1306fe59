package dev.tertulia.tenant.tenant;

import dev.tertulia.contracts.tenant.TenantSettings;
import dev.tertulia.platform.allowance.Standings;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.security.CallerTenant;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.web.Constraints;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is done with the tenant of the unit of work. */
@ApplicationScoped
public class TenantService {
    private final TenantRepository tenants;
    private final Founding founding;
    private final Standings standings;
    private final Outbox outbox;
    private final Clock clock;

    TenantService(TenantRepository tenants, Founding founding, Standings standings, Outbox outbox, Clock clock) {
        this.tenants = tenants;
        this.founding = founding;
        this.standings = standings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Fails with {@link TenantProblem#NOT_FOUND} where the tenant was deleted. */
    @WithTransaction
    public Uni<TenantView> current() {
        return tenants.current().map(TenantView::from);
    }

    /** As passports say it. Fails with {@link TenantProblem#NOT_FOUND} where the tenant was deleted. */
    @WithTransaction
    public Uni<CallerTenant> forPassport() {
        return tenants.current().map(Tenant::toCallerTenant);
    }

    /**
     * Creates the tenant under the id that is bound to the unit of work, with what it may use, and tells of both. The
     * transaction must go on to create its owner, or it does not commit. Fails with {@link TenantProblem#SLUG_TAKEN}.
     */
    @WithTransaction
    public Uni<TenantView> create(NewTenant wanted) {
        Tenant tenant = new Tenant(CurrentTenant.required(), wanted, clock.instant());
        OutboxEvent created = tenant.created();
        return tenants.persistAndFlush(tenant)
                .onFailure(failure -> Constraints.broke("tenant_slug", failure))
                .transform(failure -> ProblemException.of(TenantProblem.SLUG_TAKEN, "Choose another slug."))
                .call(() -> outbox.append(created))
                .map(TenantView::from)
                .call(founding::found);
    }

    /** Tells what the tenant may use from now on, and goes by it. */
    @WithTransaction
    public Uni<Void> tellOfPlan(String plan, Map<String, Long> limits, List<String> features) {
        return tenants.currentForChange().flatMap(tenant -> {
            OutboxEvent changed = tenant.planChanged(plan, limits, features);
            return tenants.flush()
                    .chain(() -> outbox.append(changed))
                    .chain(() ->
                            standings.keep(tenant.status.wireName(), tenant.timezone, limits, tenant.eventSequence));
        });
    }

    /** Tells of it if others go by what changed. Fails with {@link TenantProblem#DOMAIN_TAKEN}. */
    @WithTransaction
    Uni<TenantView> change(@Nullable String ifMatch, MergePatch<EditableTenant> patch) {
        return tenants.currentForChange().flatMap(tenant -> {
            EntityTags.requireMatch(ifMatch, tenant.version);
            return save(tenant, tenant.change(patch.apply(tenant.editable())));
        });
    }

    /**
     * Suspends, reactivates, cancels, and tells of it. Repeating it is a no-op. Fails with {@link
     * TenantProblem#STANDING_NOT_POSSIBLE}.
     */
    @WithTransaction
    public Uni<TenantView> stand(@Nullable String ifMatch, UnaryOperator<TenantStatus> change) {
        return tenants.currentForChange().flatMap(tenant -> {
            EntityTags.requireMatch(ifMatch, tenant.version);
            return save(tenant, tenant.stand(change.apply(tenant.status), clock.instant()));
        });
    }

    /** As {@link #change}, of where it works alone. Repeating it is a no-op. */
    @WithTransaction
    public Uni<TenantView> relocate(@Nullable String ifMatch, UnaryOperator<Locality> change) {
        return tenants.currentForChange().flatMap(tenant -> {
            EntityTags.requireMatch(ifMatch, tenant.version);
            return save(tenant, tenant.change(tenant.editableIn(change.apply(tenant.locality()))));
        });
    }

    /** Nobody else changes it, or what hangs on it by this, until the transaction under way ends. */
    @WithTransaction
    public Uni<Void> lock() {
        return tenants.currentForChange().replaceWithVoid();
    }

    /** Tells those who go by the tenant's settings. @param changed names of fields of {@code settings} */
    @WithTransaction
    public Uni<Void> tellOfSettings(List<String> changed, TenantSettings settings) {
        return tenants.currentForChange()
                .map(tenant -> tenant.settingsChanged(changed, settings))
                .call(tenants::flush)
                .flatMap(outbox::append);
    }

    /** Says to the tenant why it stands as {@link #stand} has just made it; null takes back what was said. */
    @WithTransaction
    public Uni<TenantView> explain(@Nullable String reason) {
        return tenants.current().flatMap(tenant -> {
            tenant.statusReason = reason;
            return save(tenant, Optional.empty());
        });
    }

    /**
     * The end of the tenant: it is found no more, and told to everyone, who then forget it. Fails with {@link
     * TenantProblem#NOT_CANCELLED}, and with {@link TenantProblem#NOT_FOUND} where it was erased before.
     */
    @WithTransaction
    public Uni<Void> erase() {
        return tenants.currentForChange().flatMap(tenant -> {
            if (tenant.status != TenantStatus.CANCELLED) {
                throw ProblemException.of(
                        TenantProblem.NOT_CANCELLED, "Cancel it first; it is then entered by nobody within a minute.");
            }
            OutboxEvent erased = tenant.erase(clock.instant());
            return tenants.flush().chain(() -> outbox.append(erased));
        });
    }

    private Uni<TenantView> save(Tenant tenant, Optional<OutboxEvent> event) {
        return tenants.flush()
                .onFailure(failure -> Constraints.broke("tenant_domain", failure))
                .transform(failure -> ProblemException.of(TenantProblem.DOMAIN_TAKEN))
                .call(() -> event.map(told -> tell(tenant, told))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(flushed -> TenantView.from(tenant));
    }

    private Uni<Void> tell(Tenant tenant, OutboxEvent event) {
        return outbox.append(event)
                .chain(() -> standings.keep(tenant.status.wireName(), tenant.timezone, null, tenant.eventSequence));
    }
}
