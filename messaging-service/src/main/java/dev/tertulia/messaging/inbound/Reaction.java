package dev.tertulia.messaging.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody reacts to a message; they have one reaction a message, the last counts.
 *
 * @param emoji one emoji of any number of code points; null when the reaction is taken back
 * @param historical as in {@link InboundMessage}
 */
public record Reaction(
        ProviderAccount account,
        @Nullable String externalId,
        InboundParty customer,
        boolean fromBusiness,
        boolean historical,
        @Nullable String groupId,
        String targetExternalId,
        @Nullable String emoji,
        @Nullable Instant providerTime)
        implements InboundItem {}
