package dev.tertulia.tenant.signing;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys in use, as this replica last saw them. Whoever asks for them sees to it that they are looked at often enough
 * and that the next one is made in time: there is no job that could stand still unnoticed.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final int KEY_BITS = 2048;

    /** Passports with unknown key ids cannot have the database asked more often than this. */
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(2);

    private static final Duration LOOK_LIMIT = Duration.ofSeconds(3);

    /** Making a key takes seconds where all replicas of a busy machine do it at once. */
    private static final Duration ROTATION_LIMIT = Duration.ofSeconds(30);

    private final SigningKeyRepository repository;
    private final SigningConfig config;
    private final Clock clock;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();
    private final AtomicReference<@Nullable Uni<Seen>> look = new AtomicReference<>();

    SigningKeys(SigningKeyRepository repository, SigningConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    /** The first caller need not wait for a key to be made. */
    void warmUp(@Observes StartupEvent start) {
        ring().subscribe()
                .with(
                        ring -> {},
                        failure -> LOG.warnf(
                                "No signing keys yet: %s", failure.getClass().getName()));
    }

    /**
     * Not older than {@link SigningConfig#lookedAtEvery()}, unless the database is out of reach: then as it was last seen,
     * since keys are published long before they are used.
     */
    public Uni<KeyRing> ring() {
        return noOlderThan(config.lookedAtEvery()).onFailure().recoverWithUni(this::lastSeen);
    }

    /** The ring in which a key is found that another replica may just have made; else the newest one. */
    public Uni<KeyRing> ringWith(UUID keyId) {
        return ring().flatMap(ring -> ring.verifier(keyId, clock.instant()).isPresent()
                ? Uni.createFrom().item(ring)
                : noOlderThan(SHORTEST_LOOK));
    }

    private Uni<KeyRing> lastSeen(Throwable failure) {
        Seen last = seen.get();
        if (last == null) {
            return Uni.createFrom().failure(failure);
        }
        LOG.warnf("Signing keys as of %s: %s", last.at(), failure.getClass().getName());
        return Uni.createFrom().item(last.ring());
    }

    private Uni<KeyRing> noOlderThan(Duration age) {
        Seen last = seen.get();
        if (last != null && clock.instant().isBefore(last.at().plus(age))) {
            return Uni.createFrom().item(last.ring());
        }
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            Uni<KeyRing> ring = lookTogether().map(Seen::ring);
            // What is shared ends where the first who asked is; everyone else goes on with their own work.
            return caller == null ? ring : ring.emitOn(task -> caller.runOnContext(back -> task.run()));
        });
    }

    /** All who want to know at the same time ask once. */
    private Uni<Seen> lookTogether() {
        Uni<Seen> underWay = look.get();
        if (underWay != null) {
            return underWay;
        }
        Uni<Seen> own = Uni.createFrom()
                .deferred(this::lookAndRotate)
                .onTermination()
                .invoke(() -> look.set(null))
                .memoize()
                .indefinitely();
        return look.compareAndSet(null, own) ? own : lookTogether();
    }

    private Uni<Seen> lookAndRotate() {
        Instant now = clock.instant();
        return repository
                .ring()
                .ifNoItem()
                .after(LOOK_LIMIT)
                .fail()
                .flatMap(ring -> ring.isUnderOldMasterKey()
                        ? repository.alone(repository::reencrypt)
                        : Uni.createFrom().item(ring))
                .flatMap(ring -> isDue(ring, now) ? rotate() : Uni.createFrom().item(ring))
                .map(ring -> new Seen(ring, now))
                .invoke(seen::set);
    }

    private boolean isDue(KeyRing ring, Instant now) {
        return ring.nextTurn(now, config.signsFor(), config.publishedBefore()).isPresent();
    }

    /** Making a key takes a while, so it is made before others are locked out, and thrown away if one was faster. */
    private Uni<KeyRing> rotate() {
        return Uni.createFrom()
                .item(SigningKeys::generate)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(pair -> repository.alone(connection -> repository
                        .ring(connection)
                        .flatMap(ring -> {
                            Instant now = clock.instant();
                            return ring.nextTurn(now, config.signsFor(), config.publishedBefore())
                                    .map(turn -> repository.add(
                                            connection, pair, now, turn, turn.plus(config.verifiesAfter())))
                                    .orElseGet(() -> Uni.createFrom().voidItem());
                        })))
                .ifNoItem()
                .after(ROTATION_LIMIT)
                .fail();
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private record Seen(KeyRing ring, Instant at) {}
}
