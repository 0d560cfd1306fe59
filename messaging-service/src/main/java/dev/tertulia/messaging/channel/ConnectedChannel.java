package dev.tertulia.messaging.channel;

import dev.tertulia.messaging.channel.whatsapp.MetaSignature;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel with what is needed to talk to its provider. It holds secrets in the clear: never logged, never serialised.
 *
 * @param signature checks its webhooks
 * @param version grows with each change of the channel
 * @param accountId what the provider calls the account: WhatsApp's phone number id
 */
public record ConnectedChannel(
        UUID tenantId,
        UUID id,
        String type,
        String name,
        String accountId,
        String status,
        boolean held,
        int version,
        Map<String, String> settings,
        Map<String, String> secrets,
        MetaSignature signature) {
    public static final String WHATSAPP = "whatsapp";
    public static final String ACCESS_TOKEN = "accessToken";
    public static final String APP_SECRET = "appSecret";
    public static final String VERIFY_TOKEN = "verifyToken";

    /** What the provider calls the account that the number is of; null where nobody said. */
    public @Nullable String businessAccountId() {
        return settings.get("businessAccountId");
    }

    /** Empty where the channel has no such secret. */
    public String secret(String name) {
        return secrets.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "ConnectedChannel[" + id + "]";
    }
}
