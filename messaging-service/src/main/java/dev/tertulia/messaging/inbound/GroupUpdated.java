package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A group of ours was made, changed, joined or left; what happened is in the provider's words. */
public record GroupUpdated(
        ProviderAccount account,
        @Nullable String groupId,
        String event,
        @Nullable Instant providerTime,
        JsonNode details)
        implements InboundItem {}
