package dev.tertulia.messaging.outbound;

import org.jspecify.annotations.Nullable;

/**
 * A message with its addressee.
 *
 * @param to the provider's own address of the customer, as it came in; at least one of the three is there
 * @param toUserId the provider's user id, for customers whose number is hidden; the number wins where both are given
 * @param toGroupId a group instead of a person
 * @param replyToExternalId the provider's id of the message that this answers
 * @param callbackData comes back with each status: our message id, which resolves a send whose answer was lost
 */
public record OutboundMessage(
        @Nullable String to,
        @Nullable String toUserId,
        @Nullable String toGroupId,
        @Nullable String replyToExternalId,
        @Nullable String callbackData,
        OutboundContent content) {

    public OutboundMessage {
        if (to == null && toUserId == null && toGroupId == null) {
            throw new IllegalArgumentException("A message needs an addressee");
        }
    }
}
