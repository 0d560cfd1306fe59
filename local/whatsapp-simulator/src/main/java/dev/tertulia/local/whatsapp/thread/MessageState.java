package dev.tertulia.local.whatsapp.thread;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a message has come. It only moves forward; what failed stays so. */
public enum MessageState {
    /** Taken by WhatsApp, or written by the customer, and not yet on its way. */
    ACCEPTED,
    /** One tick. */
    SENT,
    /** Two ticks. For a customer's message: the business has taken the webhook. */
    DELIVERED,
    /** Two blue ticks. */
    READ,
    /** A voice note that was listened to. */
    PLAYED,
    /** Will not arrive. */
    FAILED;

    /** As Meta's statuses name it. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean canBecome(MessageState next) {
        return this != FAILED && next.ordinal() > ordinal() && !(next == FAILED && ordinal() >= DELIVERED.ordinal());
    }
}
