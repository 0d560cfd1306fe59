package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.DeliveryStatus;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.PaymentUpdated;
import dev.tertulia.messaging.inbound.ProviderError;
import dev.tertulia.messaging.inbound.StatusUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far what we sent has come: messages, the payments they ask for, and calls that we place. */
final class StatusReader {

    private StatusReader() {}

    static InboundItem read(WebhookChange change, JsonNode status, List<ProviderError> changeErrors) {
        String type = WireJson.id(status, "type");
        if ("calls".equals(change.field()) || "call".equals(type)) {
            return CallReader.status(change, status, changeErrors);
        }
        String externalId = WireJson.id(status, "id");
        String word = WireJson.id(status, "status");
        if (externalId == null || word == null) {
            return new Ignored(change.account(), "a status that does not say of which message or which");
        }
        if ("payment".equals(type)) {
            return payment(change, status, externalId, word);
        }
        DeliveryStatus known = deliveryStatus(word);
        if (known == null) {
            return new Ignored(change.account(), "status " + WireJson.cut(word, 40) + ", which changes nothing");
        }
        List<ProviderError> errors = new ArrayList<>(WebhookChange.errors(status));
        if (known == DeliveryStatus.FAILED && errors.isEmpty()) {
            errors.addAll(changeErrors);
        }
        ObjectNode conversation = WireJson.object(status, "conversation");
        ObjectNode pricing = WireJson.object(status, "pricing");
        return new StatusUpdate(
                change.account(),
                externalId,
                known,
                word,
                WireJson.time(status, "timestamp"),
                recipient(status),
                WireJson.id(status, "biz_opaque_callback_data"),
                WireJson.id(conversation, "id"),
                WireJson.time(conversation, "expiration_timestamp"),
                WireJson.id(pricing, "category"),
                WireJson.bool(pricing, "billable"),
                billing(conversation, pricing),
                List.copyOf(errors));
    }

    private static @Nullable DeliveryStatus deliveryStatus(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "sent" -> DeliveryStatus.SENT;
            case "delivered" -> DeliveryStatus.DELIVERED;
            // Played: a voice note was listened to, which comes after it was read.
            case "read", "played" -> DeliveryStatus.READ;
            case "failed" -> DeliveryStatus.FAILED;
            default -> null;
        };
    }

    private static StatusUpdate.@Nullable StatusRecipient recipient(JsonNode status) {
        String userId = WireJson.firstId(status, "recipient_user_id", "recipient_participant_user_id");
        String address = WireJson.firstId(status, "recipient_id", "recipient_user_id", "recipient_participant_user_id");
        if (address == null) {
            return null;
        }
        return new StatusUpdate.StatusRecipient(
                address,
                userId,
                WireJson.id(status, "recipient_type"),
                WireJson.id(status, "recipient_participant_id"));
    }

    private static @Nullable JsonNode billing(@Nullable JsonNode conversation, @Nullable JsonNode pricing) {
        if (conversation == null && pricing == null) {
            return null;
        }
        ObjectNode billing = JsonNodeFactory.instance.objectNode();
        if (conversation != null) {
            billing.set("conversation", conversation);
        }
        if (pricing != null) {
            billing.set("pricing", pricing);
        }
        return WireJson.bounded(billing);
    }

    private static PaymentUpdated payment(WebhookChange change, JsonNode status, String externalId, String word) {
        ObjectNode payment = WireJson.object(status, "payment");
        return new PaymentUpdated(
                change.account(),
                externalId,
                word,
                WireJson.firstId(status, "recipient_id", "recipient_user_id"),
                WireJson.id(payment, "reference_id"),
                WireJson.time(status, "timestamp"),
                payment == null ? null : WireJson.bounded(payment));
    }
}
