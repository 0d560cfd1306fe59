package dev.tertulia.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.call.GatewayProblem;
import dev.tertulia.gateway.call.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One bucket for each of those who are counted alike. */
public final class Limit {
    private final int perSecond;
    private final int burst;
    private final Cache<String, Bucket> buckets;

    Limit(LimitConfig.Rate rate, int counted) {
        this.perSecond = rate.perSecond();
        this.burst = rate.burst();
        // A bucket unused for as long as it takes to fill up is as good as a new one.
        Duration untilFull = Duration.ofSeconds(burst / perSecond + 1L);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(counted)
                .expireAfterAccess(untilFull)
                .executor(Runnable::run)
                .build();
    }

    /** Takes one call out of a bucket and says on the answer what is left. Null lets the call pass. */
    public @Nullable Problem take(String who, Call call) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        HttpServerResponse response = call.response();
        response.putHeader("RateLimit-Limit", Integer.toString(burst));
        response.putHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        response.putHeader("RateLimit-Reset", Problem.seconds(Duration.ofNanos(probe.getNanosToWaitForReset())));
        return probe.isConsumed() ? null : tooMany(probe.getNanosToWaitForRefill());
    }

    /** Takes one call out of a bucket, and says nothing unless it is empty. Null lets the call pass. */
    public @Nullable Problem takeQuietly(String who) {
        Bucket bucket = bucket(who);
        return bucket.tryConsume(1)
                ? null
                : tooMany(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private static Problem tooMany(long nanosToWait) {
        return Problem.of(GatewayProblem.TOO_MANY_REQUESTS, "Wait as long as Retry-After says, then go on slower.")
                .with("Retry-After", Problem.seconds(Duration.ofNanos(nanosToWait)));
    }

    private Bucket bucket(String who) {
        return buckets.get(
                who,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }
}
