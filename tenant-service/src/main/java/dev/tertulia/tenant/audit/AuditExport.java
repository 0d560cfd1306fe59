package dev.tertulia.tenant.audit;

import dev.tertulia.platform.events.AuditTrail;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gives out the audit as CSV, slice by slice as fast as it is read, each in a transaction of its own. */
@ApplicationScoped
class AuditExport {
    private static final Duration DEFAULT_SPAN = Duration.ofDays(30);

    private final AuditService audit;
    private final AuditTrail trail;
    private final TenantDatabase database;
    private final UnitOfWork units;
    private final AuditConfig config;
    private final Clock clock;

    AuditExport(
            AuditService audit,
            AuditTrail trail,
            TenantDatabase database,
            UnitOfWork units,
            AuditConfig config,
            Clock clock) {
        this.audit = audit;
        this.trail = trail;
        this.database = database;
        this.units = units;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Notes in the audit that it is given out, before the first of it is. Without a time the last 30 days; more than the
     * installation allows at once is a 422.
     */
    Uni<Multi<String>> begin(AuditFilter filter) {
        UUID tenant = CurrentTenant.required();
        Instant now = clock.instant();
        // What comes in meanwhile is not part of it.
        filter.to = filter.to == null || filter.to.isAfter(now) ? now : filter.to;
        filter.from = filter.from == null ? filter.to.minus(DEFAULT_SPAN) : filter.from;
        if (Duration.between(filter.from, filter.to).compareTo(config.exportSpan()) > 0) {
            throw ProblemException.invalid(
                    "from", "must be at most " + config.exportSpan().toDays() + " days before `to`");
        }
        return database.inTransaction(connection -> trail.note("exported", "audit", tenant.toString(), noted(filter)))
                .map(noted -> rows(tenant, filter, now.plus(config.exportTimeLimit())));
    }

    private static Map<String, Object> noted(AuditFilter filter) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("from", filter.from);
        asked.put("to", filter.to);
        asked.put("actor", filter.actor);
        asked.put("actorType", filter.actorType);
        asked.put("action", filter.action);
        asked.put("resourceType", filter.resourceType);
        asked.put("resourceId", filter.resourceId);
        asked.put("requestId", filter.requestId);
        Map<String, Object> said = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            if (value != null) {
                said.put(name, value.toString());
            }
        });
        return said;
    }

    private Multi<String> rows(UUID tenant, AuditFilter filter, Instant deadline) {
        AtomicReference<@Nullable String> cursor = new AtomicReference<>();
        Multi<String> slices = Multi.createBy()
                .repeating()
                .uni(() -> slice(tenant, filter, cursor.get(), deadline))
                .whilst(slice -> {
                    if (slice.size() == config.slice()) {
                        cursor.set(AuditService.cursor(slice.getLast()));
                        return true;
                    }
                    return false;
                })
                .map(AuditCsv::rows)
                .filter(text -> !text.isEmpty());
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(AuditCsv.header()), slices);
    }

    private Uni<List<AuditEntryView>> slice(UUID tenant, AuditFilter filter, @Nullable String after, Instant deadline) {
        if (clock.instant().isAfter(deadline)) {
            return Uni.createFrom().failure(new IllegalStateException("The export takes too long"));
        }
        // A slice is asked for whenever the reader has room, which is no longer in the request's unit of work.
        return units.as(
                tenant,
                () -> audit.read(since -> AuditQuery.of(
                        filter, since, after == null ? null : AuditQuery.NEWEST_FIRST.parse(after), config.slice())));
    }
}
