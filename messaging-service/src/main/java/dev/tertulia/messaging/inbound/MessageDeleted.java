package dev.tertulia.messaging.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message was taken back by who wrote it. Parameters as in {@link MessageEdited}. */
public record MessageDeleted(
        ProviderAccount account,
        @Nullable String externalId,
        InboundParty customer,
        boolean fromBusiness,
        @Nullable String groupId,
        String targetExternalId,
        @Nullable Instant providerTime)
        implements InboundItem {}
