package dev.tertulia.contracts.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On {@code message.sent}, {@code .delivered}, {@code .read}, {@code .failed} and {@code .unknown}.
 *
 * @param at when the provider says it happened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageStatusChanged(
        UUID messageId,
        @Nullable String externalId,
        String status,
        Message.@Nullable Failure error,
        Instant at,
        ConversationReference conversation) {}
