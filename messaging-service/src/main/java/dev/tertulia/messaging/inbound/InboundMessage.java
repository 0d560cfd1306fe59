package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a conversation.
 *
 * @param externalId the provider's id of it; a few webhooks have none, so it cannot be the only key
 * @param customer the person outside, whoever of the two spoke
 * @param fromBusiness true for an echo: our side said it, in the provider's phone app or another program. It is an
 *     outbound message and nothing may answer it
 * @param historical true when it comes from the history that a newly connected number shares: it counts as read and
 *     opens, notifies and answers nothing
 * @param knownStatus how far a historical message of ours had come
 * @param groupId the group it was said in
 * @param providerTime when the provider says it was said; null when it says nothing usable
 * @param errors what the provider says went wrong with it
 * @param extra what else the payload holds and no field here does, within limits
 */
public record InboundMessage(
        ProviderAccount account,
        @Nullable String externalId,
        InboundParty customer,
        boolean fromBusiness,
        boolean historical,
        @Nullable DeliveryStatus knownStatus,
        @Nullable String groupId,
        @Nullable Instant providerTime,
        InboundContent content,
        InboundContext context,
        List<ProviderError> errors,
        @Nullable JsonNode extra)
        implements InboundItem {}
