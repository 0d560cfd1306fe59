package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment asked for in a message has come on. It says nothing about the message's delivery, also when it failed. */
public record PaymentUpdated(
        ProviderAccount account,
        String externalId,
        String status,
        @Nullable String recipientAddress,
        @Nullable String referenceId,
        @Nullable Instant providerTime,
        @Nullable JsonNode details)
        implements InboundItem {}
