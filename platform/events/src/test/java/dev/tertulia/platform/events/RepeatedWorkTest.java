package dev.tertulia.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.events.RepeatedWork.Next;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final LinkedBlockingQueue<Integer> rounds = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private @Nullable RepeatedWork work;

    @AfterEach
    void stop() {
        if (work != null) {
            work.stop();
        }
    }

    private RepeatedWork start(RepeatedWork.Work each) {
        RepeatedWork started = new RepeatedWork("test", Duration.ofMillis(1), () -> {
            rounds.add(count.incrementAndGet());
            return each.round();
        });
        work = started;
        started.start();
        return started;
    }

    private @Nullable Integer nextRound() throws InterruptedException {
        return rounds.poll(5, TimeUnit.SECONDS);
    }

    @Test
    void wakingEndsThePause() throws InterruptedException {
        RepeatedWork started = start(() -> Next.after(HOUR));
        assertThat(nextRound()).isEqualTo(1);
        started.wake();
        assertThat(nextRound()).isEqualTo(2);
    }

    @Test
    void wakingDuringARoundLeadsToAnother() throws InterruptedException {
        RepeatedWork[] self = new RepeatedWork[1];
        self[0] = new RepeatedWork("test", HOUR, () -> {
            rounds.add(count.incrementAndGet());
            if (count.get() == 1) {
                self[0].wake();
            }
            return Next.whenWoken();
        });
        work = self[0];
        self[0].start();
        assertThat(nextRound()).isEqualTo(1);
        assertThat(nextRound()).isEqualTo(2);
    }

    @Test
    void aFailureIsFollowedByAnotherTry() throws InterruptedException {
        start(() -> {
            if (count.get() < 3) {
                throw new IllegalStateException("not yet");
            }
            return Next.never();
        });
        assertThat(nextRound()).isEqualTo(1);
        assertThat(nextRound()).isEqualTo(2);
        assertThat(nextRound()).isEqualTo(3);
    }

    @Test
    void stoppingInterruptsWhatIsUnderWay() throws InterruptedException {
        var interrupted = new LinkedBlockingQueue<Boolean>();
        RepeatedWork started = start(() -> {
            try {
                Thread.sleep(HOUR);
            } catch (InterruptedException e) {
                interrupted.add(true);
                throw e;
            }
            return Next.never();
        });
        assertThat(nextRound()).isEqualTo(1);
        started.stop();
        assertThat(interrupted.poll(5, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds).isEmpty();
    }
}
