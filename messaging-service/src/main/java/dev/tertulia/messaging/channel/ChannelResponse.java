package dev.tertulia.messaging.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as its owner sees it, without its secrets.
 *
 * @param status connecting, connected, failed (see lastError) or disabled
 * @param secretsSet the names of the secrets it has
 * @param webhookUrl the address to give to the provider
 * @param heldReason why nothing is sent; what is queued waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelResponse(
        UUID id,
        String type,
        String name,
        String status,
        boolean disabled,
        WhatsAppSettings settings,
        List<String> secretsSet,
        String webhookUrl,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        @Nullable Instant checkedAt,
        @Nullable Instant heldAt,
        @Nullable String heldReason,
        @Nullable Instant createdAt) {

    static ChannelResponse of(Channel channel, String publicUrl) {
        return new ChannelResponse(
                channel.id,
                channel.type,
                channel.name,
                channel.status,
                channel.status.equals(Channel.DISABLED),
                WhatsAppSettings.of(channel.settings),
                channel.secrets.keySet().stream().sorted().toList(),
                publicUrl + "/webhooks/" + channel.type + '/' + channel.id,
                channel.lastError,
                channel.lastErrorAt,
                channel.checkedAt,
                channel.heldAt,
                channel.heldReason,
                channel.createdAt);
    }
}
