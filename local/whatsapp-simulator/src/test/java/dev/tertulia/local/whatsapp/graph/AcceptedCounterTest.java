package dev.tertulia.local.whatsapp.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.local.whatsapp.SimulatorConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class AcceptedCounterTest {

    @Test
    void whatWasAcceptedTwiceIsFoundAmongThousands() {
        AcceptedCounter counter = counter(100_000);
        for (int i = 0; i < 20_000; i++) {
            counter.accepted("message-" + i);
        }
        counter.accepted("message-777");
        counter.accepted("message-777");

        assertThat(counter.counts().distinct()).isEqualTo(20_000);
        assertThat(counter.counts().repeated()).isEqualTo(1);
        assertThat(counter.counts().examples()).containsExactly(new AcceptedCounter.Repeated("message-777", 3));
        assertThat(counter.times("message-19999")).isEqualTo(1);
        assertThat(counter.times("message-20000")).isZero();
    }

    @Test
    void beyondTheLimitOnlyTheNewOnesGoUncounted() {
        AcceptedCounter counter = counter(2);
        counter.accepted("a");
        counter.accepted("b");
        counter.accepted("c");
        counter.accepted("a");

        assertThat(counter.counts().uncounted()).isEqualTo(1);
        assertThat(counter.times("a")).isEqualTo(2);
        counter.reset();
        assertThat(counter.times("a")).isZero();
    }

    private static AcceptedCounter counter(int most) {
        return new AcceptedCounter(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SimulatorConfig.class)
                .withDefaultValue("simulator.max-callback-data", Integer.toString(most))
                .build()
                .getConfigMapping(SimulatorConfig.class));
    }
}
