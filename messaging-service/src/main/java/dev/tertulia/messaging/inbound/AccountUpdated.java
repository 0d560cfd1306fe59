package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about our account: restricted, reviewed, renamed, flagged, ...
 *
 * @param change the provider's name of the kind of change, the webhook field with Meta; "errors" for errors that
 *     belong to no message
 * @param event what happened, in the provider's words
 * @param phoneNumber which of our numbers, as written, when it is about one
 * @param details all that the provider says
 */
public record AccountUpdated(
        ProviderAccount account,
        String change,
        @Nullable String event,
        @Nullable String phoneNumber,
        @Nullable Instant providerTime,
        JsonNode details,
        List<ProviderError> errors)
        implements InboundItem {}
