package dev.tertulia.messaging.channel;

import dev.tertulia.platform.crypto.FieldCipher;
import java.util.UUID;

/** To what an encrypted secret is bound: copied to another row or another name, it does not open. */
final class ChannelSecrets {
    private ChannelSecrets() {}

    static String boundTo(UUID tenant, UUID channel, String name) {
        return FieldCipher.place(tenant, "channel", "secrets", channel, name);
    }
}
