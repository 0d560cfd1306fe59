package dev.tertulia.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void anIdleChannelCatchesUpWithItsBurstAndNoMore() {
        Pace pace = new Pace(80, Duration.ofMillis(250));
        assertThat(pace.slots(null, START)).isEqualTo(20);
        assertThat(pace.slots(START.minusSeconds(3600), START)).isEqualTo(20);
    }

    @Test
    void overASecondNoMoreGoThanItsPaceAndOneBurst() {
        Pace pace = new Pace(80, Duration.ofMillis(250));
        Instant freeAt = null;
        int sent = 0;
        for (int millis = 0; millis <= 1000; millis += 7) {
            Instant now = START.plusMillis(millis);
            int slots = pace.slots(freeAt, now);
            if (slots > 0) {
                freeAt = pace.freeAfter(freeAt, now, slots);
                sent += slots;
            }
        }
        assertThat(sent).isBetween(95, 100);
    }

    @Test
    void waitingForTheNextSlotGivesExactlyOne() {
        for (double rate : new double[] {0.1, 1, 3, 7, 80, 999}) {
            Pace pace = new Pace(rate, Duration.ofMillis(250));
            @Nullable Instant freeAt = pace.freeAfter(null, START, Math.max(1, pace.slots(null, START)));
            Instant then = START.plus(pace.untilNext(freeAt, START));
            assertThat(pace.slots(freeAt, then)).as("at %s a second", rate).isEqualTo(1);
        }
    }
}
