package dev.tertulia.tenant.audit;

import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Shows the audit of the unit of work's tenant, as far back as it may look. */
@ApplicationScoped
class AuditService {
    private final AuditEntryRepository entries;
    private final EntryNames names;
    private final TenantDatabase database;
    private final AuditConfig config;
    private final Clock clock;

    AuditService(
            AuditEntryRepository entries, EntryNames names, TenantDatabase database, AuditConfig config, Clock clock) {
        this.entries = entries;
        this.names = names;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    Uni<Page<AuditEntryView>> page(PageRequest page, AuditFilter filter) {
        AuditQuery query = AuditQuery.of(
                filter, shownSince(), page.after(AuditQuery.NEWEST_FIRST).orElse(null), page.fetchSize());
        return database.inTransaction(connection -> read(connection, query))
                .map(found -> Page.of(found, page, AuditService::cursor));
    }

    /** Fails with {@link AuditProblem#NOT_FOUND}. */
    Uni<AuditEntryView> get(long sequence) {
        return database.inTransaction(connection -> read(connection, AuditQuery.one(sequence, shownSince())))
                .map(found ->
                        found.stream().findFirst().orElseThrow(() -> ProblemException.of(AuditProblem.NOT_FOUND)));
    }

    /** The entries of a query as people read them, in its order. */
    Uni<List<AuditEntryView>> read(SqlConnection connection, AuditQuery query) {
        return entries.select(connection, query)
                .flatMap(found -> names.of(connection, found)
                        .map(named -> found.stream()
                                .map(entry -> AuditEntryView.from(entry, named))
                                .toList()));
    }

    Instant shownSince() {
        return clock.instant().minus(config.shown());
    }

    static String cursor(AuditEntryView entry) {
        return AuditQuery.NEWEST_FIRST.cursor(entry.happenedAt(), entry.sequence());
    }
}
