package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.thread.WaIds;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message that passed the checks which need nothing but itself.
 *
 * @param input the recipient as the business wrote it
 * @param waId its digits
 * @param content one member, named as the type
 * @param callbackData {@code biz_opaque_callback_data}, which comes back in each status
 */
record OutboundMessage(
        String input,
        String waId,
        String type,
        ObjectNode content,
        @Nullable String replyToId,
        @Nullable String callbackData) {

    private static final int LONGEST_CALLBACK_DATA = 512;
    private static final int LONGEST_ID = 512;

    /** Reads and checks a call's body; throws {@link GraphError}. */
    static OutboundMessage read(ObjectNode body) {
        String input = recipient(body);
        String waId = WaIds.digits(input);
        if (waId == null) {
            throw GraphError.of(131009, "Recipient phone number is not valid");
        }
        String type = body.hasNonNull("type") ? type(body) : "text";
        JsonNode part = ContentChecks.check(type, body);
        ObjectNode context = Params.optionalObject(body, "context", "context");
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set(type, part);
        return new OutboundMessage(
                input,
                waId,
                type,
                content,
                context == null ? null : Params.text(context, "message_id", "context['message_id']", LONGEST_ID),
                Params.optionalText(
                        body, "biz_opaque_callback_data", "biz_opaque_callback_data", LONGEST_CALLBACK_DATA));
    }

    /** The part that is named as the type. */
    JsonNode part() {
        return content.path(type);
    }

    private static String recipient(ObjectNode body) {
        String kind = body.path("recipient_type").asText("individual");
        if (!kind.equals("individual")) {
            throw GraphError.parameter("Param recipient_type must be one of {INDIVIDUAL} - got \"" + kind + "\".");
        }
        if (!body.hasNonNull("to")) {
            throw GraphError.parameter("The parameter to is required.");
        }
        return body.path("to").asText();
    }

    private static String type(ObjectNode body) {
        String type = body.path("type").asText().toLowerCase(Locale.ROOT);
        if (!ContentChecks.TYPES.contains(type)) {
            throw GraphError.parameter("Param type must be one of {"
                    + String.join(", ", ContentChecks.TYPES).toUpperCase(Locale.ROOT) + "} - got \"" + type + "\".");
        }
        return type;
    }
}
