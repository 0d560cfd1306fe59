package dev.tertulia.messaging.channel;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which WhatsApp number it is.
 *
 * @param phoneNumberId Meta's id of the number, not the number itself
 * @param businessAccountId Meta's id of the WhatsApp business account
 * @param displayPhoneNumber the number as people know it
 */
public record WhatsAppSettings(
        @NotNull
        @Pattern(regexp = "[0-9A-Za-z_-]{1,64}", message = "must be the id that Meta shows for the number")
        @Schema(examples = "106540352242922")
        String phoneNumberId,

        @Nullable
        @Pattern(regexp = "[0-9A-Za-z_-]{1,64}", message = "must be the id that Meta shows for the account")
        @Schema(examples = "102290129340398")
        String businessAccountId,

        @Nullable
        @Pattern(regexp = "\\+?[0-9 ()-]{5,30}", message = "must be a phone number")
        @Schema(examples = "+57 300 123 4567")
        String displayPhoneNumber) {

    Map<String, String> toMap() {
        Map<String, String> map = new HashMap<>();
        map.put("phoneNumberId", phoneNumberId);
        if (businessAccountId != null) {
            map.put("businessAccountId", businessAccountId);
        }
        if (displayPhoneNumber != null) {
            map.put("displayPhoneNumber", displayPhoneNumber);
        }
        return map;
    }

    static WhatsAppSettings of(Map<String, String> map) {
        return new WhatsAppSettings(
                map.getOrDefault("phoneNumberId", ""), map.get("businessAccountId"), map.get("displayPhoneNumber"));
    }
}
