package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.crypto.CryptoException;
import dev.tertulia.platform.tenancy.PlatformDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.identity.keycloak.KeycloakOwnProviders;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Carries what tenants want of sign-ins to Keycloak, until it is done: what is to be done was written down with the change.
 * One replica at a time does it for a tenant; one that dies at it is followed after a minute.
 */
@ApplicationScoped
class OwnProviderSync {
    private static final Logger LOG = Logger.getLogger(OwnProviderSync.class);
    private static final int AT_ONCE = 10;
    private static final Duration LIMIT = Duration.ofSeconds(45);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 12;

    private static final String TAKE = """
            update identity_provider_sync set attempts = attempts + 1, due_at = now() + interval '1 minute'
            where tenant in (
                select tenant from identity_provider_sync where due_at <= now() order by due_at limit $1
                for update skip locked)
            returning tenant, revision, attempts""";

    /** What was changed meanwhile is due again. */
    private static final String DONE = "delete from identity_provider_sync where tenant = $1 and revision = $2";

    private static final String FAILED = """
            update identity_provider_sync set problem = $3, due_at = now() + make_interval(secs => $4)
            where tenant = $1 and revision = $2""";

    private final PlatformDatabase database;
    private final UnitOfWork unitOfWork;
    private final OwnProviderService providers;
    private final KeycloakOwnProviders keycloak;
    private final OwnProviderConfig config;
    private final IdentityConfig identity;

    OwnProviderSync(
            PlatformDatabase database,
            UnitOfWork unitOfWork,
            OwnProviderService providers,
            KeycloakOwnProviders keycloak,
            OwnProviderConfig config,
            IdentityConfig identity) {
        this.database = database;
        this.unitOfWork = unitOfWork;
        this.providers = providers;
        this.keycloak = keycloak;
        this.config = config;
        this.identity = identity;
    }

    private record Work(UUID tenant, long revision, int attempts) {}

    @Scheduled(
            every = "${tertulia.own-providers.sync-interval:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        if (identity.provider() != IdentityConfig.Provider.KEYCLOAK) {
            return Uni.createFrom().voidItem();
        }
        return take().onItem()
                .transformToMulti(taken -> Multi.createFrom().iterable(taken))
                .onItem()
                .transformToUniAndConcatenate(this::carry)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "What tenants want of sign-ins cannot be looked for: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<List<Work>> take() {
        return database.inTransaction(connection ->
                connection.preparedQuery(TAKE).execute(Tuple.of(AT_ONCE)).map(OwnProviderSync::work));
    }

    private static List<Work> work(RowSet<Row> rows) {
        List<Work> work = new ArrayList<>();
        rows.forEach(
                row -> work.add(new Work(row.getUUID("tenant"), row.getLong("revision"), row.getInteger("attempts"))));
        return work;
    }

    private Uni<Void> carry(Work work) {
        return apply(work.tenant())
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .chain(() -> update(DONE, Tuple.of(work.tenant(), work.revision())))
                .onFailure()
                .recoverWithUni(failure -> failed(work, failure));
    }

    /** As it stands now. */
    Uni<Void> apply(UUID tenant) {
        return unitOfWork
                .as(tenant, providers::wanted)
                .flatMap(wanted -> wanted.map(keycloak::ensure).orElseGet(() -> keycloak.remove(tenant)));
    }

    private Uni<Void> failed(Work work, Throwable failure) {
        String problem = switch (failure) {
            case ProblemException known -> known.problemType().code();
            case CryptoException lost -> "secret-lost";
            default -> "internal-error";
        };
        Duration doubled = config.syncPause().multipliedBy(1L << Math.min(work.attempts() - 1, MOST_DOUBLINGS));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        LOG.warnf(
                "The identity provider of tenant %s is not at Keycloak as it is to be: %s (%s); again in %s",
                work.tenant(), problem, failure.getClass().getSimpleName(), pause);
        return update(FAILED, Tuple.of(work.tenant(), work.revision(), problem, (double) pause.toMillis() / 1000));
    }

    private Uni<Void> update(String sql, Tuple values) {
        return database.inTransaction(
                connection -> connection.preparedQuery(sql).execute(values).replaceWithVoid());
    }
}
