package dev.tertulia.local.whatsapp.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.local.whatsapp.number.InvalidValue;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer does. Which members matter depends on {@code type}.
 *
 * @param type text, image, audio, video, document, sticker, location, contacts, reaction, button_reply, list_reply,
 *     flow_reply, template_button, edit, delete, order, unsupported
 * @param text the text; for an edit the new one
 * @param caption of a medium
 * @param data a medium's bytes in base64; without it a sample is made
 * @param mimeType of {@code data}
 * @param fileName of a document
 * @param voice an audio is a voice note unless this is false
 * @param latitude of a location; without it a place in Madrid
 * @param name of a location
 * @param address of a location
 * @param contacts cards, as Meta writes them; without it a sample
 * @param messageId the message that a reaction, edit or deletion is about
 * @param emoji of a reaction; empty takes it back
 * @param replyTo the message that is answered
 * @param forwarded whether the text was forwarded
 * @param id of the chosen button or row
 * @param title of the chosen button or row
 * @param description of the chosen row
 * @param payload of a template's button
 * @param responseJson what a flow's form was filled with
 * @param profileName the customer's name from now on
 * @param extra members that are added to the message as they are, for instance {@code referral}
 */
public record CustomerMessage(
        @Nullable String type,
        @Nullable String text,
        @Nullable String caption,
        @Nullable String data,
        @Nullable String mimeType,
        @Nullable String fileName,
        @Nullable Boolean voice,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String name,
        @Nullable String address,
        @Nullable JsonNode contacts,
        @Nullable String messageId,
        @Nullable String emoji,
        @Nullable String replyTo,
        boolean forwarded,
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable String payload,
        @Nullable String responseJson,
        @Nullable String profileName,
        @Nullable JsonNode extra) {

    private static final int LONGEST_TEXT = 65_536;

    public CustomerMessage {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new InvalidValue("text has at most " + LONGEST_TEXT + " characters");
        }
    }

    /** The type; {@code text} unless said. */
    String kind() {
        return type == null ? "text" : type;
    }

    /** The bytes of {@code data}. */
    static byte[] decoded(String data) {
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("data is base64");
        }
    }

    static String required(@Nullable String value, String name) {
        if (value == null || value.isEmpty()) {
            throw new InvalidValue(name + " is required for this type");
        }
        return value;
    }
}
