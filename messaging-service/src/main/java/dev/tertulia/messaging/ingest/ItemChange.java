package dev.tertulia.messaging.ingest;

import dev.tertulia.messaging.inbound.InboundItem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a webhook says beside messages and statuses, with the channel that it came by. */
record ItemChange(
        UUID tenantId,
        UUID channelId,
        String channelType,
        @Nullable String requestId,
        Instant receivedAt,
        InboundItem item) {

    static ItemChange of(WebhookDelivery delivery, InboundItem item) {
        return new ItemChange(
                delivery.channel().tenantId(),
                delivery.channel().id(),
                delivery.channel().type(),
                delivery.requestId(),
                delivery.receivedAt(),
                item);
    }
}
