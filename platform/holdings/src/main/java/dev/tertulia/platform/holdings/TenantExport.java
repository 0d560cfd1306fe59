package dev.tertulia.platform.holdings;

import dev.tertulia.platform.events.AuditTrail;
import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.security.CallerTenant;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * All that the service holds of a tenant as lines of JSON, in memory that does not grow with it: page by page, each in a
 * transaction of its own, and only as fast as it is read. The last line says whether it is complete.
 */
@ApplicationScoped
class TenantExport {
    private static final Logger LOG = Logger.getLogger(TenantExport.class);
    private static final int FILES_AT_ONCE = 100;

    private final HeldTables tables;
    private final List<HeldFiles> files;
    private final TenantDatabase database;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final HoldingsConfig.ExportConfig config;
    private final String service;
    private final String version;
    private final Clock clock;

    TenantExport(
            HeldTables tables,
            @All List<HeldFiles> files,
            TenantDatabase database,
            AuditTrail audit,
            Outbox outbox,
            HoldingsConfig config,
            EventsConfig events,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version,
            Clock clock) {
        this.tables = tables;
        this.files = files;
        this.database = database;
        this.audit = audit;
        this.outbox = outbox;
        this.config = config.export();
        this.service = events.service();
        this.version = version;
        this.clock = clock;
    }

    /** As the unit of work's tenant. Each item is one line or several. Once it was read to its end, that is recorded. */
    Multi<String> lines(CallerTenant tenant) {
        Context unitOfWork = Vertx.currentContext();
        ExportRun run = new ExportRun(
                tenant,
                service,
                clock.instant().plus(config.atMost()),
                task -> unitOfWork.runOnContext(back -> task.run()));
        return Multi.createBy()
                .concatenating()
                .streams(
                        run.in(tables::all)
                                .onItem()
                                .transformToMulti(all -> Multi.createBy()
                                        .concatenating()
                                        .streams(
                                                Multi.createFrom().item(run.manifest(version, clock.instant(), all)),
                                                rows(run, all))),
                        Multi.createFrom()
                                .iterable(files)
                                .onItem()
                                .transformToMultiAndConcatenate(held -> files(run, held)),
                        run.in(() -> record(run))
                                .map(done -> run.end(clock.instant()))
                                .toMulti())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "The export of the tenant %s is not complete", tenant.id());
                    return run.brokenOff(clock.instant());
                });
    }

    private Multi<String> rows(ExportRun run, List<HeldTable> all) {
        return Multi.createFrom().iterable(all).onItem().transformToMultiAndConcatenate(table -> rows(run, table));
    }

    private Multi<String> rows(ExportRun run, HeldTable table) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> run.at(table),
                        place -> run.in(() -> {
                            run.requireTime(clock.instant());
                            return place.isLast()
                                    ? Uni.createFrom().item(ExportRun.NO_ROWS)
                                    : tables.page(table, place.key()).invoke(place::passed);
                        }))
                .until(page -> page.rows().isEmpty())
                .map(page -> run.lines(table, page.rows()));
    }

    private Multi<String> files(ExportRun run, HeldFiles held) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new String[1],
                        last -> run.in(() -> held.after(last[0], FILES_AT_ONCE))
                                .invoke(page -> last[0] = page.isEmpty()
                                        ? last[0]
                                        : page.getLast().id()))
                .until(List::isEmpty)
                .onItem()
                .disjoint()
                .onItem()
                .castTo(HeldFiles.HeldFile.class)
                .onItem()
                .transformToMultiAndConcatenate(file -> run.fileLines(
                        file, held.read(file, Math.toIntExact(config.fileBytes().asLongValue())), clock));
    }

    private Uni<Void> record(ExportRun run) {
        return database.inTransaction(connection -> audit.note(
                        "exported",
                        "tenant",
                        run.tenant().id().toString(),
                        Map.of("service", service, "rows", run.allRows(), "files", run.allFiles()))
                .chain(() -> outbox.append(OutboxEvent.of(
                        HoldingsTopics.HOLDINGS_EXPORTED,
                        run.tenant().id(),
                        clock.millis(),
                        new HoldingsExported(
                                run.tenant().id(), service, clock.instant(), run.allRows(), run.allFiles())))));
    }
}
