package dev.tertulia.gateway.passport;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.vertx.core.Context;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The passports of those who called lately. Many calls with one credential at once ask tenant-service once; a failure is
 * not kept, and nothing is given out past its time.
 */
@Singleton
public class Passports {
    private final PassportAuthority authority;
    private final PassportConfig config;
    private final Clock clock;
    private final AsyncCache<CredentialKey, Kept> cache;

    Passports(PassportAuthority authority, PassportConfig config, Clock clock, MeterRegistry meters) {
        this.authority = authority;
        this.config = config;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(config.cacheSize().asLongValue())
                .weigher((CredentialKey key, Kept kept) -> kept.weightBytes())
                .expireAfter(Expiry.creating((CredentialKey key, Kept kept) -> kept.keepFor(clock.instant())))
                .executor(Runnable::run)
                .recordStats()
                .buildAsync();
        CaffeineCacheMetrics.monitor(meters, cache, "gateway.passports");
    }

    /**
     * The answer to a credential, kept or new, on the given context. Fails with {@link AuthorityAwayException}.
     */
    public Future<PassportAnswer> of(Credential credential, Context context) {
        CredentialKey key = CredentialKey.of(credential);
        CompletableFuture<Kept> kept = kept(key, credential);
        if (kept.isDone() && kept.resultNow().isOver(clock.instant())) {
            // An answer is there a moment before the cache learns how short it may be kept.
            cache.asMap().remove(key, kept);
            kept = kept(key, credential);
        }
        return kept.isDone()
                ? kept.resultNow().answer()
                : Future.fromCompletionStage(kept, context).compose(Kept::answer);
    }

    private CompletableFuture<Kept> kept(CredentialKey key, Credential credential) {
        return cache.get(key, (unknown, executor) -> ask(credential));
    }

    private CompletableFuture<Kept> ask(Credential credential) {
        return authority
                .issue(credential)
                .map(answer ->
                        new Kept(Future.succeededFuture(answer), weightBytes(answer), keepUntil(answer, credential)))
                // Who waits together learns together that there was no answer; who comes after asks again.
                .otherwise(failure -> new Kept(Future.failedFuture(failure), 0, Instant.MIN))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private Instant keepUntil(PassportAnswer answer, Credential credential) {
        return switch (answer) {
            case PassportAnswer.Refused refused -> clock.instant().plus(config.keepRefusalFor());
            case Passport passport -> keepUntil(passport, credential);
        };
    }

    private Instant keepUntil(Passport passport, Credential credential) {
        Instant until = earlier(
                passport.checkedAt().plus(config.keepFor()),
                passport.expiresAt().minus(config.validFor()));
        if (!credential.type().equals("oidc")) {
            return until;
        }
        return TokenClaims.of(credential.value())
                .flatMap(TokenClaims::expiresAt)
                .map(tokenEnds -> earlier(until, tokenEnds))
                .orElse(until);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static int weightBytes(PassportAnswer answer) {
        return answer instanceof Passport passport ? passport.token().length() : 0;
    }

    private record Kept(Future<PassportAnswer> answer, int answerBytes, Instant until) {
        private static final int OVERHEAD_BYTES = 300;

        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }

        int weightBytes() {
            return OVERHEAD_BYTES + answerBytes;
        }

        Duration keepFor(Instant now) {
            return isOver(now) ? Duration.ZERO : Duration.between(now, until);
        }
    }
}
