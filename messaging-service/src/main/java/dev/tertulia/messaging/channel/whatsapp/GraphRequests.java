package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.MessageKind;
import dev.tertulia.messaging.outbound.OutboundContent;
import dev.tertulia.messaging.outbound.OutboundMessage;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of requests to the Graph API. They say what they are given: whether Meta will take it, {@link WhatsAppLimits}
 * tells before.
 */
public final class GraphRequests {

    private static final String PRODUCT = "messaging_product";
    private static final String WHATSAPP = "whatsapp";

    private GraphRequests() {}

    /** For POST {@link GraphPaths#messages}. */
    public static ObjectNode message(OutboundMessage message) {
        ObjectNode request = object().put(PRODUCT, WHATSAPP);
        address(request, message);
        boolean reaction = message.content() instanceof OutboundContent.Reaction;
        if (message.replyToExternalId() != null && !reaction) {
            request.putObject("context").put("message_id", message.replyToExternalId());
        }
        if (message.callbackData() != null) {
            request.put("biz_opaque_callback_data", message.callbackData());
        }
        switch (message.content()) {
            case OutboundContent.Text text ->
                typed(request, "text").put("preview_url", text.previewUrl()).put("body", text.body());
            case OutboundContent.Media media ->
                media(typed(request, media.kind().wireName()), media);
            case OutboundContent.Template template -> template(typed(request, "template"), template);
            case OutboundContent.Interactive interactive ->
                typed(request, "interactive").setAll(normalized(interactive.body()));
            case OutboundContent.Location location -> location(typed(request, "location"), location);
            case OutboundContent.Contacts contacts ->
                request.put("type", "contacts").set("contacts", contacts.cards().deepCopy());
            case OutboundContent.Reaction given ->
                typed(request, "reaction")
                        .put("message_id", given.targetExternalId())
                        .put("emoji", given.emoji() == null ? "" : given.emoji());
        }
        return request;
    }

    /** For POST {@link GraphPaths#messages}: the customer sees that this and all before it was read. */
    public static ObjectNode markAsRead(String externalId) {
        return object().put(PRODUCT, WHATSAPP).put("status", "read").put("message_id", externalId);
    }

    /** The same, and the customer sees somebody typing, until we answer or for 25 seconds. */
    public static ObjectNode markAsReadAndType(String externalId) {
        ObjectNode request = markAsRead(externalId);
        request.putObject("typing_indicator").put("type", "text");
        return request;
    }

    /** For POST {@link GraphPaths#subscribedApps}: what happens in the account is told there instead of to the app. */
    public static ObjectNode webhookOfAccount(String url, String verifyToken) {
        return object().put("override_callback_uri", url).put("verify_token", verifyToken);
    }

    /** For POST {@link GraphPaths#number}: the same for one number, which goes before its account. */
    public static ObjectNode webhookOfNumber(String url, String verifyToken) {
        ObjectNode request = object();
        request.set("webhook_configuration", webhookOfAccount(url, verifyToken));
        return request;
    }

    /** The parts beside "file" of the multipart body for POST {@link GraphPaths#mediaUpload}. */
    public static Map<String, String> uploadFields(String contentType) {
        return Map.of(PRODUCT, WHATSAPP, "type", contentType);
    }

    private static void address(ObjectNode request, OutboundMessage message) {
        if (message.toGroupId() != null) {
            request.put("recipient_type", "group").put("to", message.toGroupId());
            return;
        }
        request.put("recipient_type", "individual");
        putIfThere(request, "to", message.to());
        putIfThere(request, "recipient", message.toUserId());
    }

    private static void media(ObjectNode file, OutboundContent.Media media) {
        putIfThere(file, "id", media.providerMediaId());
        putIfThere(file, "link", media.link());
        putIfThere(file, "caption", media.caption());
        if (media.kind() == MessageKind.DOCUMENT) {
            putIfThere(file, "filename", media.fileName());
        }
        if (media.voice()) {
            file.put("voice", true);
        }
    }

    private static void template(ObjectNode request, OutboundContent.Template template) {
        request.put("name", template.name());
        request.putObject("language").put("code", template.language());
        if (template.components() != null && !template.components().isEmpty()) {
            request.set("components", template.components().deepCopy());
        }
    }

    private static void location(ObjectNode request, OutboundContent.Location location) {
        request.put("latitude", location.latitude()).put("longitude", location.longitude());
        putIfThere(request, "name", location.name());
        putIfThere(request, "address", location.address());
    }

    /** Types are written in capitals here and there; Meta documents them in lower case. */
    private static ObjectNode normalized(ObjectNode interactive) {
        ObjectNode body = interactive.deepCopy();
        lowerCaseType(body);
        lowerCaseType(body.get("header"));
        JsonNode action = body.get("action");
        if (action != null && action.get("buttons") != null) {
            action.get("buttons").forEach(GraphRequests::lowerCaseType);
        }
        return body;
    }

    private static void lowerCaseType(@Nullable JsonNode node) {
        if (node instanceof ObjectNode object && object.get("type") instanceof JsonNode type && type.isTextual()) {
            object.put("type", type.textValue().toLowerCase(Locale.ROOT));
        }
    }

    private static ObjectNode typed(ObjectNode request, String type) {
        return request.put("type", type).putObject(type);
    }

    private static void putIfThere(ObjectNode object, String field, @Nullable String value) {
        if (value != null) {
            object.put(field, value);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
