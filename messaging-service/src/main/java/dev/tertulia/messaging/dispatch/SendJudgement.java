package dev.tertulia.messaging.dispatch;

import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer;
import dev.tertulia.messaging.channel.whatsapp.GraphError;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Decides whether a message may still be sent, and what an answer means for it. */
final class SendJudgement {
    private static final String UNKNOWN_ADVICE =
            "It may have been sent: ask the customer, or send it again yourself if a second one does no harm";

    private final DispatchConfig config;
    private final DoubleSupplier random;

    /** @param random from 0 to 1, so that those who wait do not come back all at once */
    SendJudgement(DispatchConfig config, DoubleSupplier random) {
        this.config = config;
        this.random = random;
    }

    /** Why it cannot be sent any more, though it could when it was accepted; empty when it can. */
    Optional<Outcome> refusal(Due due, boolean channelRemoved, Instant now) {
        if (channelRemoved) {
            return failed("channel-removed", "The channel was removed", "Write to the customer on another channel");
        }
        if (due.blocked()) {
            return failed("contact-blocked", "The contact is blocked", "Unblock the contact to write to them");
        }
        if (due.queuedAt().plus(config.maxAge()).isBefore(now)) {
            return failed("expired", "It waited too long to be sent", "Send it again if it still holds");
        }
        Instant windowEnd = due.replyWindowEndsAt();
        boolean closed = windowEnd == null || !windowEnd.isAfter(now);
        return closed && !due.content().mayBeSentOutsideTheReplyWindow()
                ? failed(
                        "reply-window-closed",
                        "The reply window closed before it could be sent",
                        "Send a template, or wait until the customer writes")
                : Optional.empty();
    }

    private static Optional<Outcome> failed(String code, String title, String advice) {
        return Optional.of(new Outcome.Failed(new Message.Failure(code, title, advice)));
    }

    Outcome of(GraphAnswer answer, Due due, Instant now) {
        return switch (answer) {
            case GraphAnswer.Sent sent ->
                sent.externalIds().isEmpty()
                        ? unknown(due, now, null, "The provider accepted it without saying under which id")
                        : new Outcome.Sent(sent.externalIds().getFirst(), sent.messageStatus());
            case GraphAnswer.Failed failed -> new Outcome.Failed(failure(failed.error(), failed.advice()));
            case GraphAnswer.HoldChannel held -> new Outcome.Held(held.error().code(), held.advice());
            case GraphAnswer.Unknown unknown -> unknown(due, now, unknown.error(), unknown.reason());
            case GraphAnswer.RetryLater later -> again(later, due, now);
        };
    }

    /** It broke on our side before the provider was called. */
    Outcome notCalled(Due due, Instant now) {
        return again(
                new GraphAnswer.RetryLater("it could not be prepared", null, GraphAnswer.Scope.MESSAGE, null),
                due,
                now);
    }

    /** Whoever was sending it is gone. */
    Outcome leaseRanOut(Due due, Instant now) {
        return unknown(due, now, null, "Sending it was interrupted");
    }

    // A reaction given twice is one reaction, so for it there is nothing that must not be repeated.
    private Outcome unknown(Due due, Instant now, @Nullable GraphError error, String reason) {
        if (due.isReaction()) {
            return again(new GraphAnswer.RetryLater(reason, null, GraphAnswer.Scope.MESSAGE, error), due, now);
        }
        String code = error == null || error.code() == null ? "no-answer" : error.code();
        return new Outcome.Unknown(new Message.Failure(code, sentence(reason), UNKNOWN_ADVICE));
    }

    private Outcome again(GraphAnswer.RetryLater later, Due due, Instant now) {
        boolean ofMessage = later.scope() == GraphAnswer.Scope.MESSAGE;
        GraphError error = later.error();
        if (ofMessage && due.failures() + 1 >= config.maxFailures()) {
            return new Outcome.Failed(new Message.Failure(
                    error == null || error.code() == null ? "gave-up" : error.code(),
                    sentence(later.reason()),
                    "It was tried " + config.maxFailures() + " times: try again later"));
        }
        Duration wait = later.after() != null
                ? later.after().plus(jitter(config.shortestBackoff()))
                : backoff(ofMessage ? due.failures() : due.lanePauses());
        return new Outcome.Again(
                now.plus(wait),
                ofMessage,
                later.scope() == GraphAnswer.Scope.CHANNEL,
                error == null ? null : error.code(),
                later.reason());
    }

    /** Doubles each time; half of it is chance. */
    Duration backoff(int before) {
        Duration full = config.shortestBackoff().multipliedBy(1L << Math.min(before, 20));
        Duration limited = full.compareTo(config.longestBackoff()) < 0 ? full : config.longestBackoff();
        return limited.dividedBy(2).plus(jitter(limited.dividedBy(2)));
    }

    private Duration jitter(Duration atMost) {
        return Duration.ofNanos((long) (atMost.toNanos() * random.getAsDouble()));
    }

    private static Message.Failure failure(GraphError error, String advice) {
        return new Message.Failure(
                error.code() == null ? "refused" : error.code(),
                error.title() == null ? "The provider refused the message" : error.title(),
                error.details() == null ? advice : advice + " (" + error.details() + ")");
    }

    private static String sentence(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }
}
