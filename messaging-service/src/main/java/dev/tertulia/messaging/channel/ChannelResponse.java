package dev.tertulia.messaging.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel as its owner sees it, without its secrets.
 *
 * @param status connecting, connected, failed (see lastError) or disabled
 * @param secretsSet the names of the secrets it has
 * @param webhookUrl the address to give to the provider
 * @param webhook whether the provider knows it
 * @param heldReason why nothing is sent; what is queued waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelResponse(
        UUID id,
        @Schema(examples = "whatsapp") String type,
        @Schema(examples = "Ventas") String name,
        @Schema(examples = "connected") String status,
        boolean disabled,
        WhatsAppSettings settings,

        @Schema(examples = "[\"accessToken\",\"appSecret\",\"verifyToken\"]")
        List<String> secretsSet,

        @Schema(examples = "https://tertulia.example.com/webhooks/whatsapp/0199b0c6-11f2-7b3a-9e50-2c4d8f6a1b70")
        String webhookUrl,

        Webhook webhook,

        @Schema(examples = "Meta refuses the access token: it has expired.") @Nullable
        String lastError,

        @Nullable Instant lastErrorAt,
        @Nullable Instant checkedAt,
        @Nullable Instant heldAt,

        @Schema(examples = "The access token has expired.") @Nullable
        String heldReason,

        @Nullable Instant createdAt) {

    /**
     * Whether the provider tells us what happens.
     *
     * @param state unknown until the channel is checked; registered by us; manual where that was not possible: give the
     *     address and the verify token to the provider by hand
     * @param problem why it was not possible
     * @param at since when it is so
     */
    @Schema(name = "ChannelWebhook")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Webhook(
            @Schema(examples = "registered") String state,

            @Schema(examples = "Meta refuses the access token: it has expired.") @Nullable
            String problem,

            @Nullable Instant at) {}

    /** Where the provider is to send what happens. */
    static String webhookUrl(Channel channel, String publicUrl) {
        return publicUrl + "/webhooks/" + channel.type + '/' + channel.id;
    }

    static ChannelResponse of(Channel channel, String publicUrl) {
        return new ChannelResponse(
                channel.id,
                channel.type,
                channel.name,
                channel.status,
                channel.status.equals(Channel.DISABLED),
                WhatsAppSettings.of(channel.settings),
                channel.secrets.keySet().stream().sorted().toList(),
                webhookUrl(channel, publicUrl),
                new Webhook(channel.webhookState, channel.webhookProblem, channel.webhookAt),
                channel.lastError,
                channel.lastErrorAt,
                channel.checkedAt,
                channel.heldAt,
                channel.heldReason,
                channel.createdAt);
    }
}
