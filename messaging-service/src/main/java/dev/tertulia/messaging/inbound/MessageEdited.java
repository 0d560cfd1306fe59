package dev.tertulia.messaging.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message now says something else.
 *
 * @param externalId of the edit itself, a new id
 * @param targetExternalId the message that changes, which may not have come yet
 * @param fromBusiness as in {@link InboundMessage}
 */
public record MessageEdited(
        ProviderAccount account,
        @Nullable String externalId,
        InboundParty customer,
        boolean fromBusiness,
        @Nullable String groupId,
        String targetExternalId,
        @Nullable Instant providerTime,
        InboundContent newContent)
        implements InboundItem {}
