package dev.tertulia.tenant.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofMinutes(15);
    private static final KeyPair PAIR = pair();

    @Test
    void aFirstKeySignsAtOnce() {
        assertThat(turn(new KeyRing(List.of()), START)).contains(START);
    }

    @Test
    void nothingIsDueUntilTheNextKeyMustBeShown() {
        KeyRing ring = new KeyRing(List.of(key(START, null)));

        assertThat(turn(ring, START.plus(MONTH).minus(AHEAD).minusSeconds(1))).isEmpty();
        assertThat(turn(ring, START.plus(MONTH).minus(AHEAD))).contains(START.plus(MONTH));
    }

    @Test
    void aKeyThatIsLateIsShownAsLongAsAnyOther() {
        KeyRing ring = new KeyRing(List.of(key(START, null)));
        Instant late = START.plus(MONTH).plus(Duration.ofDays(3));

        assertThat(turn(ring, late)).contains(late.plus(AHEAD));
    }

    @Test
    void theNextKeyIsShownBeforeItSigns() {
        SigningKey old = key(START, START.plus(MONTH).plusSeconds(600));
        SigningKey next = key(START.plus(MONTH), null);
        KeyRing ring = new KeyRing(List.of(next, old));
        Instant before = START.plus(MONTH).minusSeconds(1);

        assertThat(ring.published(before)).containsExactly(old, next);
        assertThat(ring.signer(before)).contains(old);
        assertThat(ring.signer(START.plus(MONTH))).contains(next);
        assertThat(turn(ring, before)).isEmpty();
    }

    @Test
    void anOldKeyVerifiesUntilItRetires() {
        SigningKey old = key(START, START.plus(MONTH).plusSeconds(600));
        KeyRing ring = new KeyRing(List.of(old, key(START.plus(MONTH), null)));

        assertThat(ring.verifier(old.id(), START.plus(MONTH).plusSeconds(599))).contains(old);
        assertThat(ring.verifier(old.id(), START.plus(MONTH).plusSeconds(600))).isEmpty();
    }

    @Test
    void aKeyThatDoesNotOpenVerifiesAndIsReplacedAtOnce() {
        SigningKey closed =
                new SigningKey(UUID.randomUUID(), (RSAPublicKey) PAIR.getPublic(), null, START, START, null, false);
        KeyRing ring = new KeyRing(List.of(closed));
        Instant now = START.plusSeconds(60);

        assertThat(ring.signer(now)).isEmpty();
        assertThat(ring.verifier(closed.id(), now)).contains(closed);
        assertThat(turn(ring, now)).contains(now);
    }

    private static Optional<Instant> turn(KeyRing ring, Instant now) {
        return ring.nextTurn(now, MONTH, AHEAD);
    }

    private static SigningKey key(Instant activeFrom, @Nullable Instant retireAt) {
        return new SigningKey(
                UUID.randomUUID(),
                (RSAPublicKey) PAIR.getPublic(),
                PAIR.getPrivate(),
                activeFrom.minus(AHEAD),
                activeFrom,
                retireAt,
                false);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(512);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
