package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call rings, connects or ends.
 *
 * @param event "connect", "terminate", or "status" for the progress of a call that we place
 * @param status in the provider's words: RINGING, ACCEPTED, REJECTED, COMPLETED, FAILED
 * @param fromBusiness null when the provider does not say
 * @param customer null when it cannot be told from the payload
 * @param duration of a call that has ended
 * @param details all that the provider says, with the session description of a call that connects
 */
public record CallUpdate(
        ProviderAccount account,
        String externalId,
        String event,
        @Nullable String status,
        @Nullable Boolean fromBusiness,
        @Nullable InboundParty customer,
        @Nullable String from,
        @Nullable String to,
        @Nullable Instant providerTime,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Duration duration,
        @Nullable String callbackData,
        List<ProviderError> errors,
        JsonNode details)
        implements InboundItem {}
