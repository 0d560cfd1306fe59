package dev.tertulia.messaging.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer wants no more marketing messages ("stop"), or wants them again ("resume"). Holds before the next send. */
public record MarketingPreferenceChanged(
        ProviderAccount account,
        InboundParty customer,
        @Nullable String category,
        String value,
        @Nullable String detail,
        @Nullable Instant providerTime)
        implements InboundItem {}
