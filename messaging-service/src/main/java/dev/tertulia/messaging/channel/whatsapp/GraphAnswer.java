package dev.tertulia.messaging.channel.whatsapp;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer of the Graph API, or its absence, means for the message that was to be sent. */
public sealed interface GraphAnswer {

    /**
     * Meta has it.
     *
     * @param externalIds the message's id; empty for requests that give none, such as a mark as read
     * @param waId the number as Meta writes it, which can differ from what we sent to
     * @param messageStatus Meta's word when the message is not simply accepted: held_for_quality_assessment, paused
     */
    record Sent(
            List<String> externalIds,
            @Nullable String waId,
            @Nullable String userId,
            @Nullable String messageStatus) implements GraphAnswer {}

    /**
     * It surely was not sent and may be tried again.
     *
     * @param after not before this time; null leaves it to the caller's backoff
     * @param scope what has to wait
     */
    record RetryLater(
            String reason,
            @Nullable Duration after,
            Scope scope,
            @Nullable GraphError error) implements GraphAnswer {}

    /**
     * It was not sent, and trying again would change nothing.
     *
     * @param advice what a person can do
     */
    record Failed(GraphError error, String advice) implements GraphAnswer {}

    /**
     * It was not sent and neither would any other message of this channel be: keep the queue, tell the tenant.
     *
     * @param advice what a person can do
     */
    record HoldChannel(GraphError error, String advice) implements GraphAnswer {}

    /** It may or may not have been sent: never send it again by itself, a status may tell. */
    record Unknown(String reason, @Nullable GraphError error) implements GraphAnswer {}

    enum Scope {
        MESSAGE,
        RECIPIENT,
        CHANNEL
    }

    /** No connection came about, so nothing was sent. */
    static GraphAnswer notConnected() {
        return new RetryLater("the provider could not be reached", null, Scope.CHANNEL, null);
    }

    /** The request went out and no answer came: time-out, connection lost. */
    static GraphAnswer noAnswer() {
        return new Unknown("the provider did not answer", null);
    }
}
