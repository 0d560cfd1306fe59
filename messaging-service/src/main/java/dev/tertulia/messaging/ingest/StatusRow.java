package dev.tertulia.messaging.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.messaging.inbound.DeliveryStatus;
import dev.tertulia.messaging.inbound.ProviderError;
import dev.tertulia.messaging.inbound.StatusUpdate;
import dev.tertulia.platform.events.EventJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a message of ours has come, on its way to the database or waiting there for its message. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusRow(
        UUID tenantId,
        UUID channelId,
        String externalId,
        @Nullable UUID messageId,
        String status,
        Message.@Nullable Failure error,
        Instant at) {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static StatusRow of(WebhookDelivery delivery, StatusUpdate item) {
        String ours = item.callbackData();
        return new StatusRow(
                delivery.channel().tenantId(),
                delivery.channel().id(),
                item.externalId(),
                ours != null && UUID_TEXT.matcher(ours).matches() ? UUID.fromString(ours) : null,
                item.status().wireName(),
                item.status() == DeliveryStatus.FAILED ? failure(item) : null,
                item.providerTime() == null ? delivery.receivedAt() : item.providerTime());
    }

    private static Message.Failure failure(StatusUpdate item) {
        Optional<ProviderError> first = item.errors().stream().findFirst();
        return new Message.Failure(
                first.map(ProviderError::code).orElse("unknown"),
                first.map(ProviderError::title).orElse("The provider could not deliver the message"),
                first.map(ProviderError::details).orElse(null));
    }

    @Nullable
    String errorJson() {
        return error == null ? null : EventJson.write(error);
    }
}
