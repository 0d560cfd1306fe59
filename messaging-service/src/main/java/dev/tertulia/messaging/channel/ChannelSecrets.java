package dev.tertulia.messaging.channel;

import dev.tertulia.platform.crypto.FieldCipher;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** To what an encrypted secret is bound: copied to another row or another name, it does not open. */
final class ChannelSecrets {
    private ChannelSecrets() {}

    static String boundTo(UUID tenant, UUID channel, String name) {
        return FieldCipher.place(tenant, "channel", "secrets", channel, name);
    }

    /** The same secrets, each under the newest master key; equal where all of them are already. */
    static JsonObject renewed(FieldCipher cipher, UUID tenant, UUID channel, JsonObject encrypted) {
        JsonObject renewed = new JsonObject();
        encrypted.forEach(secret -> {
            String value = (String) secret.getValue();
            renewed.put(
                    secret.getKey(),
                    cipher.reencrypt(value, boundTo(tenant, channel, secret.getKey()))
                            .orElse(value));
        });
        return renewed;
    }
}
