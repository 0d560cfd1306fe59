package dev.tertulia.messaging.ingest;

import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.messaging.inbound.ParsedWebhook;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One verified webhook.
 *
 * @param eventId under which it is kept as it came
 */
record WebhookDelivery(
        UUID eventId,
        ConnectedChannel channel,
        byte[] body,
        ParsedWebhook parsed,
        @Nullable String requestId,
        Instant receivedAt) {

    String status() {
        return parsed.problem() == null ? "taken" : "unreadable";
    }

    @Nullable
    String problem() {
        return parsed.problem() == null
                ? null
                : parsed.problem().reason() + ": " + parsed.problem().detail();
    }
}
