package dev.tertulia.tenant.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys at one moment: which of them signs, which are shown, and when another one is due. */
public final class KeyRing {
    private static final Comparator<SigningKey> BY_TURN =
            Comparator.comparing(SigningKey::activeFrom).thenComparing(SigningKey::id);

    private final List<SigningKey> keys;

    KeyRing(List<SigningKey> keys) {
        this.keys = keys.stream().sorted(BY_TURN).toList();
    }

    /** The one whose turn came last. */
    public Optional<SigningKey> signer(Instant now) {
        return keys.stream().filter(key -> key.signs(now)).reduce((earlier, later) -> later);
    }

    /** Those that verify, also the one whose turn has not come yet. */
    public List<SigningKey> published(Instant now) {
        return keys.stream().filter(key -> !key.isRetired(now)).toList();
    }

    public Optional<SigningKey> verifier(UUID id, Instant now) {
        return published(now).stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** Whether the master key was rotated and keys are still under an older one. */
    boolean isUnderOldMasterKey() {
        return keys.stream().anyMatch(SigningKey::underOldMasterKey);
    }

    /** When a key that is made now should begin to sign; empty while none is due. */
    Optional<Instant> nextTurn(Instant now, Duration signsFor, Duration publishedBefore) {
        if (signer(now).isEmpty()) {
            // Nobody can sign, so nobody can be served: publishing first would only prolong that.
            return Optional.of(now);
        }
        Optional<SigningKey> newest = keys.stream()
                .filter(key -> key.privateKey() != null && !key.isRetired(now))
                .reduce((earlier, later) -> later);
        Instant ends = newest.orElseThrow().activeFrom().plus(signsFor);
        if (now.isBefore(ends.minus(publishedBefore))) {
            return Optional.empty();
        }
        Instant earliest = now.plus(publishedBefore);
        return Optional.of(ends.isBefore(earliest) ? earliest : ends);
    }
}
