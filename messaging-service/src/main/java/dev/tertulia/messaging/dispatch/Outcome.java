package dev.tertulia.messaging.dispatch;

import dev.tertulia.contracts.messaging.Message;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a send. */
sealed interface Outcome {
    /** @param note the provider's word where it did not simply accept it */
    record Sent(String externalId, @Nullable String note) implements Outcome {}

    /** It was not sent and will not be. */
    record Failed(Message.Failure failure) implements Outcome {}

    /** Whether it was sent cannot be told. */
    record Unknown(Message.Failure failure) implements Outcome {}

    /**
     * It surely was not sent and waits for another try.
     *
     * @param failure whether the provider failed on this message, rather than having been asked too fast
     * @param pausesChannel whether all of the channel waits
     */
    record Again(
            Instant at,
            boolean failure,
            boolean pausesChannel,
            @Nullable String code,
            String reason) implements Outcome {}

    /** Its file is with the provider now, and it can be sent. @param validUntil until when the file is there */
    record Prepared(UUID attachmentId, String providerMediaId, Instant validUntil) implements Outcome {}

    /** It was not sent, nor would any other of its channel be until a person mends it. */
    record Held(@Nullable String code, String advice) implements Outcome {}

    /** As attempts are kept. */
    default String wireName() {
        return switch (this) {
            case Sent sent -> "sent";
            case Failed failed -> "failed";
            case Unknown unknown -> "unknown";
            case Again again -> "retry";
            case Held held -> "held";
            case Prepared prepared -> "prepared";
        };
    }

    default @Nullable String errorCode() {
        return switch (this) {
            case Sent sent -> null;
            case Failed failed -> failed.failure().code();
            case Unknown unknown -> unknown.failure().code();
            case Again again -> again.code();
            case Held held -> held.code();
            case Prepared prepared -> null;
        };
    }

    default @Nullable String explanation() {
        return switch (this) {
            case Sent sent -> sent.note();
            case Failed failed -> failed.failure().detail();
            case Unknown unknown -> unknown.failure().detail();
            case Again again -> again.reason();
            case Held held -> held.advice();
            case Prepared prepared -> null;
        };
    }
}
