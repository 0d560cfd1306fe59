package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.crypto.CryptoException;
import dev.tertulia.platform.tenancy.PlatformDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.identity.keycloak.KeycloakOwnProviders;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Carries what tenants want of sign-ins to Keycloak, until it is done: what is to be done was written down with the change.
 * One replica at a time does it for a tenant; one that dies at it is followed after a minute.
 */
@ApplicationScoped
class OwnProviderSync {
    private static final Logger LOG = Logger.getLogger(OwnProviderSync.class);
    private static final Duration HOLD = Duration.ofMinutes(1);
    /** Well within the hold, so that nobody is at work who holds it no longer. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 12;

    /** One tenant at a time: what waited behind others would lose its hold meanwhile. */
    private static final String TAKE = """
            update identity_provider_sync
            set attempts = attempts + 1, holder = $1, held_until = now() + make_interval(secs => $2)
            where tenant = (
                select tenant from identity_provider_sync
                where due_at <= now() and (held_until is null or held_until <= now())
                order by due_at limit 1 for update skip locked)
            returning tenant, revision, attempts""";

    /** Also where nothing waits or is due; gives nothing while another is at it. */
    private static final String TAKE_NOW = """
            insert into identity_provider_sync as s (tenant, attempts, holder, held_until)
            values ($3, 1, $1, now() + make_interval(secs => $2))
            on conflict (tenant) do update
                set attempts = s.attempts + 1, holder = excluded.holder, held_until = excluded.held_until
                where s.held_until is null or s.held_until <= now()
            returning tenant, revision, attempts""";

    /** What was changed meanwhile is due again. */
    private static final String DONE =
            "delete from identity_provider_sync where tenant = $1 and holder = $2 and revision = $3";

    private static final String LET_GO =
            "update identity_provider_sync set holder = null, held_until = null where tenant = $1 and holder = $2";

    private static final String FAILED = """
            update identity_provider_sync set problem = $4, due_at = now() + make_interval(secs => $5)
            where tenant = $1 and holder = $2 and revision = $3""";

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

    private record Work(UUID tenant, UUID holder, long revision, int attempts) {}

    @Scheduled(
            every = "${tertulia.own-providers.sync-interval:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        if (identity.provider() != IdentityConfig.Provider.KEYCLOAK) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createBy()
                .repeating()
                .uni(this::carryNext)
                .whilst(found -> found)
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

    /** @return whether there was one */
    private Uni<Boolean> carryNext() {
        UUID holder = UUID.randomUUID();
        return take(TAKE, holder, Tuple.of(holder, seconds(HOLD)))
                .flatMap(taken -> taken.map(work ->
                                carry(work).onFailure().recoverWithNull().replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /**
     * Carries it at once, as it stands then, after whoever is at it; there need be nothing that waits. What fails is tried
     * again as everything is, and fails here too.
     */
    Uni<Void> carryNow(UUID tenant) {
        // So that the caller goes on in its own context, however long it waited.
        return unitOfWork.as(
                tenant, () -> takeNow(tenant).ifNoItem().after(HOLD).fail().flatMap(this::carry));
    }

    private Uni<Work> takeNow(UUID tenant) {
        UUID holder = UUID.randomUUID();
        return take(TAKE_NOW, holder, Tuple.of(holder, seconds(HOLD), tenant))
                .flatMap(taken -> taken.map(Uni.createFrom()::item)
                        .orElseGet(() -> Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(LOOK_AGAIN)
                                .chain(() -> takeNow(tenant))));
    }

    private Uni<Optional<Work>> take(String sql, UUID holder, Tuple values) {
        return database.inTransaction(connection -> connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Work(
                                row.getUUID("tenant"), holder, row.getLong("revision"), row.getInteger("attempts")))
                        .findFirst()));
    }

    private Uni<Void> carry(Work work) {
        return apply(work.tenant())
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .chain(() -> end(DONE, Tuple.of(work.tenant(), work.holder(), work.revision()), work, true))
                .onFailure()
                .call(failure -> failed(work, failure));
    }

    /** As it stands now. */
    private Uni<Void> apply(UUID tenant) {
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
        // What was sent before the time ran out may still arrive: then nobody follows before the hold has run out too.
        boolean over = !(failure instanceof TimeoutException);
        return end(
                FAILED, Tuple.of(work.tenant(), work.holder(), work.revision(), problem, seconds(pause)), work, over);
    }

    private Uni<Void> end(String sql, Tuple values, Work work, boolean letGo) {
        return database.inTransaction(connection -> connection
                .preparedQuery(sql)
                .execute(values)
                .chain(() -> letGo
                        ? connection
                                .preparedQuery(LET_GO)
                                .execute(Tuple.of(work.tenant(), work.holder()))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
