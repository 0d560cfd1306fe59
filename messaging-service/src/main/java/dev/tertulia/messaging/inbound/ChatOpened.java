package dev.tertulia.messaging.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer opened the chat for the first time and has said nothing yet. */
public record ChatOpened(
        ProviderAccount account,
        @Nullable String externalId,
        InboundParty customer,
        @Nullable Instant providerTime) implements InboundItem {}
