package dev.tertulia.local.whatsapp.number;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a number behaves; what is absent behaves well.
 *
 * @param duplicateWebhooks how many more times each webhook is posted, at the same time
 * @param reorderWebhooks webhooks overtake each other: each waits for itself, by {@code webhookDelay} or up to half a second
 * @param webhookDelay wait before each webhook
 * @param webhookBatch how many changes that wait together go in one post; Meta does so under load. 20 unless said
 * @param webhookParallel posts under way at once; 1 keeps their order
 * @param rejectWebhook 0 to 1: the business's 200 is taken for lost, and the webhook comes again
 * @param forgeSignature 0 to 1: a webhook is signed with another secret; it is not tried again
 * @param dropAnswers 0 to 1: the message is accepted, then the connection is cut without an answer
 * @param hangAnswers 0 to 1: the message is accepted, then nothing is answered
 * @param answerDelay wait before each answer
 * @param failWith calls that fail
 * @param maxPerSecond messages a second, above which 130429 is answered; 0 is no limit (Meta: 80)
 * @param pairIntervalMs least time between two messages to one customer, under which 131056 is answered; 0 is no limit (Meta: 6 s after a burst)
 * @param expiredToken the access token is answered as expired (190)
 * @param sentAfter wait from acceptance to the status {@code sent}; 150 ms unless said
 * @param deliveredAfter wait from {@code sent} to {@code delivered}; 500 ms unless said
 * @param readAfter wait from {@code delivered} to {@code read}; 1500 ms unless said
 * @param lateStatuses each status comes 20 to 60 seconds later
 * @param statusesBeforeAnswer the business hears of {@code sent} and {@code delivered} before it gets the answer with the id
 * @param noStatuses no statuses at all
 * @param noReadReceipts customers have read receipts switched off
 * @param readOnlyWhenOpened {@code read} comes when someone opens the thread on the page, not by itself
 * @param ignoreWindow messages are delivered outside the 24 hours too
 * @param errorsInAnswer 131047 and 131026 come at once with HTTP 400; Meta accepts such messages and reports them by a status
 * @param keepMessages whether messages are kept; as configured unless said
 */
public record Behaviour(
        int duplicateWebhooks,
        boolean reorderWebhooks,
        DelayRange webhookDelay,
        int webhookBatch,
        int webhookParallel,
        double rejectWebhook,
        double forgeSignature,
        double dropAnswers,
        double hangAnswers,
        DelayRange answerDelay,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Failure> failWith,

        int maxPerSecond,
        long pairIntervalMs,
        boolean expiredToken,
        DelayRange sentAfter,
        DelayRange deliveredAfter,
        DelayRange readAfter,
        boolean lateStatuses,
        boolean statusesBeforeAnswer,
        boolean noStatuses,
        boolean noReadReceipts,
        boolean readOnlyWhenOpened,
        boolean ignoreWindow,
        boolean errorsInAnswer,
        @Nullable Boolean keepMessages) {

    private static final DelayRange LATE = new DelayRange(20_000, 60_000);
    private static final DelayRange OVERTAKING = new DelayRange(0, 500);

    /** Puts the usual in for what is absent, which a reader of JSON hands over as null or nought. */
    public Behaviour {
        within("duplicateWebhooks", duplicateWebhooks, 1_000);
        within("webhookBatch", webhookBatch, 1_000);
        within("webhookParallel", webhookParallel, 64);
        within("maxPerSecond", maxPerSecond, 1_000_000);
        within("pairIntervalMs", pairIntervalMs, 3_600_000);
        probability("rejectWebhook", rejectWebhook);
        probability("forgeSignature", forgeSignature);
        probability("dropAnswers", dropAnswers);
        probability("hangAnswers", hangAnswers);
        webhookDelay = or(webhookDelay, DelayRange.NONE);
        answerDelay = or(answerDelay, DelayRange.NONE);
        sentAfter = or(sentAfter, DelayRange.exactly(150));
        deliveredAfter = or(deliveredAfter, DelayRange.exactly(500));
        readAfter = or(readAfter, DelayRange.exactly(1_500));
        webhookBatch = webhookBatch == 0 ? 20 : webhookBatch;
        webhookParallel = webhookParallel == 0 ? 1 : webhookParallel;
        failWith = failWith == null ? List.of() : List.copyOf(failWith);
        within("failWith", failWith.size(), 50);
    }

    /** Wait before the status {@code sent}, in milliseconds. */
    public long drawSent() {
        return sentAfter.draw() + drawLateness();
    }

    /** Wait from {@code sent} to {@code delivered}, in milliseconds. */
    public long drawDelivered() {
        return deliveredAfter.draw() + drawLateness();
    }

    /** Wait from {@code delivered} to {@code read}, in milliseconds. */
    public long drawRead() {
        return readAfter.draw() + drawLateness();
    }

    /** Wait before an answer, in milliseconds. */
    public long drawAnswer() {
        return answerDelay.draw();
    }

    /** Wait before a webhook, in milliseconds. */
    public long drawWebhook() {
        return (reorderWebhooks && webhookDelay.isNone() ? OVERTAKING : webhookDelay).draw();
    }

    private long drawLateness() {
        return lateStatuses ? LATE.draw() : 0;
    }

    private static DelayRange or(@Nullable DelayRange given, DelayRange otherwise) {
        return given == null ? otherwise : given;
    }

    private static void within(String name, long value, long most) {
        if (value < 0 || value > most) {
            throw new InvalidValue(name + " is 0 to " + most);
        }
    }

    private static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidValue(name + " is 0 to 1");
        }
    }
}
