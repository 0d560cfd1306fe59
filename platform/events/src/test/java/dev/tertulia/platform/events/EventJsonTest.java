package dev.tertulia.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    record Payment(
            UUID payerId,
            Instant paidAt,
            Duration within,
            @Nullable String note) {}

    private static final UUID PAYER = UUID.fromString("0b000000-0000-7000-8000-00000000000b");
    private static final Payment PAYMENT =
            new Payment(PAYER, Instant.parse("2026-01-02T03:04:05.000006Z"), Duration.ofMinutes(90), null);

    @Test
    void timesAreIsoTextAndWhatIsAbsentIsLeftOut() {
        assertThat(EventJson.write(PAYMENT))
                .isEqualTo("{\"payerId\":\"" + PAYER
                        + "\",\"paidAt\":\"2026-01-02T03:04:05.000006Z\",\"within\":\"PT1H30M\"}");
    }

    @Test
    void whatWasWrittenIsReadBackEqual() {
        assertThat(EventJson.read(EventJson.write(PAYMENT), Payment.class)).isEqualTo(PAYMENT);
    }

    @Test
    void fieldsOfALaterVersionArePassedOver() {
        assertThat(EventJson.read("{\"note\":\"x\",\"tip\":{\"cents\":5}}", Payment.class)
                        .note())
                .isEqualTo("x");
    }

    @Test
    void whatCannotBeReadIsNotQuoted() {
        assertThatThrownBy(() -> EventJson.read("{\"paidAt\":\"secret words\"}", Payment.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("Payment")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> EventJson.read("null", Payment.class)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void nulIsWrittenSoThatADatabaseCanKeepIt() {
        assertThat(EventJson.write(new Payment(PAYER, Instant.EPOCH, Duration.ZERO, "a\0b")))
                .contains("a\\u0000b")
                .doesNotContain("\0");
    }
}
