package dev.tertulia.tenant.erasure;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.holdings.HoldingsAsked;
import dev.tertulia.platform.holdings.HoldingsTopics;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.member.MembershipService;
import dev.tertulia.tenant.tenant.TenantProblem;
import dev.tertulia.tenant.tenant.TenantService;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Ends tenants, and says what became of it. */
@ApplicationScoped
class ErasureService {
    private static final String REQUEST = "select request_erasure($1, $2, $3, $4, $5)";

    private final ErasureRepository erasures;
    private final TenantExports exports;
    private final TenantService tenants;
    private final MembershipService memberships;
    private final TenantDatabase database;
    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final ErasureConfig config;
    private final Clock clock;

    ErasureService(
            ErasureRepository erasures,
            TenantExports exports,
            TenantService tenants,
            MembershipService memberships,
            TenantDatabase database,
            UnitOfWork unitOfWork,
            Outbox outbox,
            ErasureConfig config,
            Clock clock) {
        this.erasures = erasures;
        this.exports = exports;
        this.tenants = tenants;
        this.memberships = memberships;
        this.database = database;
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins the erasure; of several at once one begins it. Where it was begun before, services that have not confirmed
     * are asked again. Fails with {@link TenantProblem#NOT_FOUND}, {@link TenantProblem#NOT_CANCELLED} and {@link
     * ErasureProblem#EXPORT_MISSING}.
     */
    Uni<ErasureResponse> erase(String slug, boolean exportWaived, UUID by) {
        return erasures.ofSlug(slug)
                .flatMap(begun -> begun.map(this::goOn).orElseGet(() -> begin(slug, exportWaived, by)));
    }

    private Uni<ErasureResponse> goOn(ErasureResponse erasure) {
        return erasure.state() == ErasureState.DONE
                ? Uni.createFrom().item(erasure)
                : ask(erasure.tenantId()).replaceWith(erasure);
    }

    private Uni<ErasureResponse> begin(String slug, boolean exportWaived, UUID by) {
        return memberships
                .tenantBySlug(slug)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(TenantProblem.NOT_FOUND))
                .flatMap(tenant -> unitOfWork.as(tenant, () -> end(exportWaived, by)))
                // Somebody else ended it while this one waited for the row.
                .onFailure(ErasureService::isGone)
                .recoverWithNull()
                .chain(() -> erasures.ofSlug(slug))
                .map(found -> found.orElseThrow(() -> ProblemException.of(TenantProblem.NOT_FOUND)));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof ProblemException problem && problem.problemType() == TenantProblem.NOT_FOUND;
    }

    /** The record, the end and the event that tells of it commit together. */
    @WithTransaction
    Uni<Void> end(boolean exportWaived, UUID by) {
        return exports.taken(clock.instant().minus(config.exportValidFor()))
                .flatMap(taken -> tenants.erase()
                        .invoke(() -> requireExported(taken, exportWaived))
                        .chain(() -> database.inTransactionUnderWay(connection -> connection
                                .preparedQuery(REQUEST)
                                .execute(Tuple.of(UuidV7.next(), by, exportWaived, taken, services()))
                                .replaceWithVoid())));
    }

    private void requireExported(JsonObject taken, boolean waived) {
        List<String> missing = config.services().stream()
                .filter(service -> !taken.containsKey(service))
                .toList();
        if (!missing.isEmpty() && !waived) {
            throw ProblemException.of(
                            ErasureProblem.EXPORT_MISSING,
                            "Take them by GET /api/v1/tenant-exports/{service} with X-Tenant, or waive them: "
                                    + String.join(", ", missing) + ".")
                    .with("services", missing);
        }
    }

    private String[] services() {
        return config.services().toArray(String[]::new);
    }

    /** Fails with {@link ErasureProblem#NOT_FOUND}. */
    Uni<ErasureResponse> get(String slug, UUID id) {
        return erasures.ofSlug(slug)
                .map(found -> found.filter(erasure -> erasure.id().equals(id))
                        .orElseThrow(() -> ProblemException.of(ErasureProblem.NOT_FOUND)));
    }

    Uni<List<ErasureResponse>> list(String slug) {
        return erasures.ofSlug(slug).map(found -> found.stream().toList());
    }

    /** Has each service look again. Fails with {@link ErasureProblem#NOT_FOUND}. */
    Uni<ErasureResponse> scan(String slug, UUID id) {
        return get(slug, id).call(erasure -> ask(erasure.tenantId()));
    }

    private Uni<Void> ask(UUID tenant) {
        return unitOfWork.as(
                HoldingsTopics.INSTALLATION,
                () -> database.inTransaction(connection -> outbox.append(OutboxEvent.of(
                        HoldingsTopics.HOLDINGS_ASKED, tenant, clock.millis(), new HoldingsAsked(tenant)))));
    }
}
