package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a message of ours has come. Statuses come in any order and more than once.
 *
 * @param externalId the message's
 * @param providerStatus the provider's word: "played" is a read for us
 * @param recipient null when the provider does not say
 * @param callbackData what we sent along with the message: our id of it
 * @param conversationExpiresAt when the conversation that the provider bills ends
 * @param billing the provider's conversation and pricing, as they came
 */
public record StatusUpdate(
        ProviderAccount account,
        String externalId,
        DeliveryStatus status,
        String providerStatus,
        @Nullable Instant providerTime,
        @Nullable StatusRecipient recipient,
        @Nullable String callbackData,
        @Nullable String conversationId,
        @Nullable Instant conversationExpiresAt,
        @Nullable String pricingCategory,
        @Nullable Boolean billable,
        @Nullable JsonNode billing,
        List<ProviderError> errors)
        implements InboundItem {

    /**
     * @param address number or group, else the user id
     * @param participantAddress the member of the group that this status is about
     */
    public record StatusRecipient(
            String address,
            @Nullable String userId,
            @Nullable String type,
            @Nullable String participantAddress) {}
}
