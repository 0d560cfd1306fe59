package dev.tertulia.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.channel.whatsapp.GraphAnswer;
import dev.tertulia.messaging.channel.whatsapp.GraphError;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendJudgementTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final GraphError ERROR = new GraphError("131000", null, "Something went wrong", null);

    private final SendJudgement judgement = new SendJudgement(
            new SmallRyeConfigBuilder()
                    .withConverter(Duration.class, 100, new DurationConverter())
                    .withMapping(DispatchConfig.class)
                    .build()
                    .getConfigMapping(DispatchConfig.class),
            () -> 0.5);

    @Test
    void aPassingFailureIsTriedAgainLaterEachTime() {
        Duration before = Duration.ZERO;
        for (int failures = 0; failures < 7; failures++) {
            Outcome.Again again =
                    (Outcome.Again) judgement.of(later(null, GraphAnswer.Scope.MESSAGE), due(failures), NOW);
            Duration wait = Duration.between(NOW, again.at());
            assertThat(wait).isGreaterThan(before);
            assertThat(again.failure()).isTrue();
            assertThat(again.pausesChannel()).isFalse();
            before = wait;
        }
        assertThat(judgement.of(later(null, GraphAnswer.Scope.MESSAGE), due(7), NOW))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void beingTooFastNeverCountsAsAFailure() {
        Outcome.Again channel = (Outcome.Again) judgement.of(later(null, GraphAnswer.Scope.CHANNEL), due(100), NOW);
        assertThat(channel.failure()).isFalse();
        assertThat(channel.pausesChannel()).isTrue();

        Outcome.Again pair =
                (Outcome.Again) judgement.of(later(Duration.ofSeconds(6), GraphAnswer.Scope.RECIPIENT), due(100), NOW);
        assertThat(pair.pausesChannel()).isFalse();
        assertThat(pair.at()).isAfterOrEqualTo(NOW.plusSeconds(6));
    }

    @Test
    void acceptedWithoutAnIdIsUnknown() {
        assertThat(judgement.of(new GraphAnswer.Sent(List.of(), null, null, null), due(0), NOW))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void whatMayHaveBeenSentIsNotTriedAgain() {
        assertThat(judgement.of(new GraphAnswer.Unknown("the provider did not answer", null), due(0), NOW))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void theWindowIsLookedAtAgain() {
        assertThat(judgement.refusal(due(0), false, NOW)).isEmpty();
        assertThat(judgement.refusal(due(0), false, NOW.plusSeconds(60))).isPresent();
        assertThat(judgement.refusal(due(0), true, NOW)).isPresent();
    }

    private static GraphAnswer later(@Nullable Duration after, GraphAnswer.Scope scope) {
        return new GraphAnswer.RetryLater("rate limited", after, scope, ERROR);
    }

    private static Due due(int failures) {
        return new Due(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                0,
                UUID.randomUUID(),
                UUID.randomUUID(),
                failures + 1,
                failures,
                new QueuedContent("text", "Hola", null, null, null, null, null, null),
                NOW,
                NOW.plusSeconds(60),
                false,
                "queued",
                "573001234567",
                "+573001234567",
                null,
                null,
                null);
    }
}
