package dev.tertulia.local.whatsapp.thread;

import static dev.tertulia.local.whatsapp.thread.MessageState.ACCEPTED;
import static dev.tertulia.local.whatsapp.thread.MessageState.DELIVERED;
import static dev.tertulia.local.whatsapp.thread.MessageState.FAILED;
import static dev.tertulia.local.whatsapp.thread.MessageState.READ;
import static dev.tertulia.local.whatsapp.thread.MessageState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageStateTest {

    @Test
    void ticksOnlyMoveForward() {
        assertThat(ACCEPTED.canBecome(READ)).isTrue();
        assertThat(READ.canBecome(DELIVERED)).isFalse();
        assertThat(SENT.canBecome(SENT)).isFalse();
    }

    @Test
    void whatArrivedCannotFailAndWhatFailedCannotArrive() {
        assertThat(SENT.canBecome(FAILED)).isTrue();
        assertThat(DELIVERED.canBecome(FAILED)).isFalse();
        assertThat(FAILED.canBecome(READ)).isFalse();
    }
}
