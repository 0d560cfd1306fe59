package dev.tertulia.tenant.signing;

import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.crypto.MasterKeys;
import dev.tertulia.platform.tenancy.PlatformDatabase;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestServers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas of another time: each has its own clock and what it remembers, and they share the keys. */
@QuarkusTest
class KeyRotationIT {
    private static final Duration WAIT = Duration.ofSeconds(60);

    @Inject
    SigningKeyRepository repository;

    @Inject
    SigningConfig config;

    @Inject
    PlatformDatabase database;

    @Test
    void whileTheDatabaseIsAwayTheKeysAreThoseLastSeen() {
        AtomicLong now = new AtomicLong(System.currentTimeMillis());
        SigningKeys keys = replica(new Clock() {
            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(now.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        KeyRing before = get(keys.ring());
        now.addAndGet(config.lookedAtEvery().multipliedBy(2).toMillis());
        TestServers.database().kill();
        try {
            assertThat(get(keys.ring())).isSameAs(before);
            assertThatThrownBy(() -> get(keys.ringWith(UUID.randomUUID()))).isNotNull();
        } finally {
            TestServers.database().start();
        }
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(keys.ring())).isNotSameAs(before));
    }

    /** The service under test goes on with the keys it has, so they must be there for the tests that come after. */
    @BeforeEach
    void keepKeys() throws SQLException {
        get(replica(Clock.systemUTC()).ring());
        execute("create table tenant.signing_key_kept as table tenant.signing_key");
    }

    @AfterEach
    void giveKeysBack() throws SQLException {
        execute("""
                delete from tenant.signing_key where active_from > now() + interval '1 minute';
                insert into tenant.signing_key table tenant.signing_key_kept on conflict do nothing;
                update tenant.signing_key set retire_at = null;
                drop table tenant.signing_key_kept""");
    }

    @Test
    void replicasThatRotateAtOnceAgreeOnOneKey() {
        // Later than whatever other tests have brought about.
        Instant later = last().activeFrom().plus(config.signsFor().multipliedBy(2));
        SigningKey newest = get(replica(Clock.fixed(later, ZoneOffset.UTC)).ring())
                .published(later)
                .getLast();
        Instant due = newest.activeFrom().plus(config.signsFor()).minus(config.publishedBefore());
        List<SigningKeys> replicas = IntStream.range(0, 6)
                .mapToObj(i -> replica(Clock.fixed(due, ZoneOffset.UTC)))
                .toList();

        List<KeyRing> rings = get(Uni.join()
                .all(replicas.stream().map(SigningKeys::ring).toList())
                .andFailFast());

        List<List<UUID>> published = rings.stream()
                .map(ring -> ring.published(due).stream().map(SigningKey::id).toList())
                .distinct()
                .toList();
        assertThat(published).hasSize(1);
        KeyRing ring = rings.getFirst();
        UUID next = published.getFirst().getLast();
        assertThat(ring.signer(due)).map(SigningKey::id).contains(newest.id());
        assertThat(ring.signer(due.plus(config.publishedBefore())).orElseThrow().id())
                .isEqualTo(next);
    }

    @Test
    void whatTheOldKeySignedIsTakenWhileTheNewOneSigns() {
        String before = passport(token(organisation().ownerEmail()), null);
        Instant due = last().activeFrom().plus(config.signsFor());

        get(replica(Clock.fixed(due, ZoneOffset.UTC)).ring());

        with(before).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void privateKeysAreNotReadableInTheDatabase() throws SQLException {
        get(replica(Clock.systemUTC()).ring());

        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select private_key from tenant.signing_key")) {
            while (rows.next()) {
                // k1.… is how the cipher writes; MII… is how PKCS #8 begins.
                assertThat(rows.getString(1)).startsWith("k").doesNotStartWith("MII");
            }
        }
    }

    @Test
    void aNewMasterKeyTakesOverWhatTheOldOneHeld() throws SQLException {
        MasterKeys old = MasterKeys.create();
        UUID id = get(new SigningKeys(
                                new SigningKeyRepository(database, new FieldCipher(old)), config, Clock.systemUTC())
                        .ring())
                .signer(Instant.now())
                .orElseThrow()
                .id();
        MasterKeys both = old.withNewKey().withNewestAsPrimary();
        SigningKeyRepository rotated = new SigningKeyRepository(database, new FieldCipher(both));
        assertThat(get(rotated.ring()).isUnderOldMasterKey()).isTrue();

        SigningKey signer = get(new SigningKeys(rotated, config, Clock.systemUTC()).ring())
                .signer(Instant.now())
                .orElseThrow();

        assertThat(signer.id()).isEqualTo(id);
        assertThat(get(rotated.ring()).isUnderOldMasterKey()).isFalse();
        SigningKeyRepository newest = new SigningKeyRepository(database, new FieldCipher(both.without(1)));
        assertThat(get(newest.ring()).signer(Instant.now())).map(SigningKey::id).contains(id);
        execute("delete from tenant.signing_key where id = '" + id + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private SigningKey last() {
        return get(repository.ring()).published(Instant.EPOCH).getLast();
    }

    private SigningKeys replica(Clock clock) {
        return new SigningKeys(repository, config, clock);
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(WAIT);
    }
}
