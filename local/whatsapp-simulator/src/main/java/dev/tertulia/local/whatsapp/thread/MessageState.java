package dev.tertulia.local.whatsapp.thread;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a message has come. It only moves forward; what failed stays so. */
public enum MessageState {
    /** Taken by WhatsApp, or written by the customer, and not yet on its way. */
    ACCEPTED(0),
    /** One tick. */
    SENT(1),
    /** Two ticks. For a customer's message: the business has taken the webhook. */
    DELIVERED(2),
    /** Two blue ticks. */
    READ(3),
    /** A voice note that was listened to. */
    PLAYED(4),
    /** Will not arrive. */
    FAILED(5);

    private final int step;

    MessageState(int step) {
        this.step = step;
    }

    /** As Meta's statuses name it. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean canBecome(MessageState next) {
        if (this == FAILED || next.step <= step) {
            return false;
        }
        return next != FAILED || step < DELIVERED.step;
    }
}
