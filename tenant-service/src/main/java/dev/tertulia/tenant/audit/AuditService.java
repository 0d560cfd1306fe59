package dev.tertulia.tenant.audit;

import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.subscription.Entitlements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Shows the audit of the unit of work's tenant, as far back as it may look. */
@ApplicationScoped
class AuditService {
    private final AuditEntryRepository entries;
    private final EntryNames names;
    private final TenantDatabase database;
    private final Entitlements entitlements;
    private final Clock clock;

    AuditService(
            AuditEntryRepository entries,
            EntryNames names,
            TenantDatabase database,
            Entitlements entitlements,
            Clock clock) {
        this.entries = entries;
        this.names = names;
        this.database = database;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    Uni<Page<AuditEntryView>> page(PageRequest page, AuditFilter filter) {
        return read(since -> AuditQuery.of(
                        filter, since, page.after(AuditQuery.NEWEST_FIRST).orElse(null), page.fetchSize()))
                .map(found -> Page.of(found, page, AuditService::cursor));
    }

    /** Fails with {@link AuditProblem#NOT_FOUND}. */
    Uni<AuditEntryView> get(long sequence) {
        return read(since -> AuditQuery.one(sequence, since))
                .map(found ->
                        found.stream().findFirst().orElseThrow(() -> ProblemException.of(AuditProblem.NOT_FOUND)));
    }

    /**
     * The entries of a query as people read them, in its order.
     *
     * @param query for how far back the tenant's plan lets it look; what the installation keeps no longer is gone anyway
     */
    Uni<List<AuditEntryView>> read(Function<Instant, AuditQuery> query) {
        return database.inTransaction(connection -> entitlements
                .current()
                .map(entitlement ->
                        clock.instant().minus(Duration.ofDays(entitlement.plan().auditDays())))
                .flatMap(since -> read(connection, query.apply(since))));
    }

    private Uni<List<AuditEntryView>> read(SqlConnection connection, AuditQuery query) {
        return entries.select(connection, query)
                .flatMap(found -> names.of(connection, found)
                        .map(named -> found.stream()
                                .map(entry -> AuditEntryView.from(entry, named))
                                .toList()));
    }

    static String cursor(AuditEntryView entry) {
        return AuditQuery.NEWEST_FIRST.cursor(entry.happenedAt(), entry.sequence());
    }
}
