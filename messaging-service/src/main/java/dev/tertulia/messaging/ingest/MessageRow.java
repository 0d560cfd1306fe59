package dev.tertulia.messaging.ingest;

import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.InboundParty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it goes to the database.
 *
 * @param value the sender's canonical address, by which identities are matched
 * @param externalId never null: a message without an id of the provider's has one made of what it says
 */
record MessageRow(
        WebhookDelivery delivery,
        InboundMessage item,
        UUID id,
        String value,
        @Nullable String phone,
        String externalId,
        @Nullable MessageContent content,
        @Nullable String preview,
        List<Message.Attachment> attachments,
        Instant occurredAt) {

    UUID tenantId() {
        return delivery.channel().tenantId();
    }

    UUID channelId() {
        return delivery.channel().id();
    }

    InboundParty customer() {
        return item.customer();
    }

    boolean inbound() {
        return !item.fromBusiness();
    }

    String status() {
        if (inbound()) {
            return "received";
        }
        return item.knownStatus() == null ? "sent" : item.knownStatus().wireName();
    }
}
