package dev.tertulia.messaging.channel;

import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What proves who is talking to whom. They go in and never come out again.
 *
 * @param accessToken with which Meta lets us send
 * @param appSecret with which Meta signs its webhooks
 * @param verifyToken which Meta shows when it asks whether the webhook address is ours
 */
public record WhatsAppSecrets(
        @Schema(examples = "EAAG…") @Nullable @Size(min = 1, max = 1000)
        String accessToken,

        @Schema(examples = "5f1d…") @Nullable @Size(min = 8, max = 200)
        String appSecret,

        @Schema(examples = "a word that you also give to Meta") @Nullable @Size(min = 1, max = 200)
        String verifyToken) {

    /** Those that are given. */
    Map<String, String> toMap() {
        Map<String, String> map = new HashMap<>();
        put(map, ConnectedChannel.ACCESS_TOKEN, accessToken);
        put(map, ConnectedChannel.APP_SECRET, appSecret);
        put(map, ConnectedChannel.VERIFY_TOKEN, verifyToken);
        return map;
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    @Override
    public String toString() {
        return "WhatsAppSecrets[…]";
    }
}
