package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.ContactCard;
import dev.tertulia.messaging.inbound.GeoLocation;
import dev.tertulia.messaging.inbound.InboundAttachment;
import dev.tertulia.messaging.inbound.InboundContent;
import dev.tertulia.messaging.inbound.InteractiveReply;
import dev.tertulia.messaging.inbound.MessageKind;
import dev.tertulia.messaging.inbound.ProductOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message says, by its type. */
final class ContentReader {

    /** In the order in which a message without a type is searched for one. */
    private static final List<String> TYPES_BY_MEMBER = List.of(
            "text",
            "image",
            "video",
            "audio",
            "voice",
            "document",
            "sticker",
            "location",
            "interactive",
            "button",
            "order",
            "reaction",
            "system",
            "edit",
            "revoke",
            "request_welcome",
            "template",
            "contacts");

    /** Types whose member of the same name is read; all others' is kept beside the message. */
    private static final Set<String> READ_TYPES = Set.of(
            "text",
            "image",
            "audio",
            "voice",
            "video",
            "document",
            "sticker",
            "location",
            "contacts",
            "interactive",
            "button",
            "order");

    private static final List<String> REPLY_TYPES = List.of(
            InteractiveReply.BUTTON_REPLY,
            InteractiveReply.LIST_REPLY,
            InteractiveReply.FORM_REPLY,
            InteractiveReply.CALL_PERMISSION_REPLY);

    private static final String CUT = "the text is cut: it was longer than any that WhatsApp delivers";

    private static final int MAX_CARDS = 256;
    private static final int MAX_ORDER_ITEMS = 1_000;

    private final ObjectMapper json;

    ContentReader(ObjectMapper json) {
        this.json = json;
    }

    /** What Meta says the type is, or what the message shows it to be; null when neither. */
    static @Nullable String type(JsonNode message) {
        String type = WireJson.id(message, "type");
        if (type != null) {
            return type.toLowerCase(Locale.ROOT);
        }
        for (String member : TYPES_BY_MEMBER) {
            if (WireJson.has(message, member)) {
                return member;
            }
        }
        return null;
    }

    /** Whether all that the member of this name says ends up in the content. */
    static boolean reads(String type) {
        return READ_TYPES.contains(type);
    }

    /** @param fileLost whether the message comes with an error, which with a file means that it cannot be had */
    InboundContent read(JsonNode message, @Nullable String type, boolean fileLost) {
        if (type == null) {
            return InboundContent.unsupported(null, "the message has neither a type nor a content that is known");
        }
        return switch (type) {
            case "text" -> text(message);
            case "image" -> medium(message, type, MessageKind.IMAGE, fileLost);
            case "audio", "voice" -> medium(message, type, MessageKind.AUDIO, fileLost);
            case "video" -> medium(message, type, MessageKind.VIDEO, fileLost);
            case "document" -> medium(message, type, MessageKind.DOCUMENT, fileLost);
            case "sticker" -> medium(message, type, MessageKind.STICKER, fileLost);
            case "location" -> location(message);
            case "contacts" -> contacts(message);
            case "interactive" -> interactive(message);
            case "button" -> templateButton(message);
            case "order" -> order(message);
            case "template" -> template(message);
            case "unsupported", "unknown" ->
                InboundContent.unsupported(WireJson.id(WireJson.object(message, "unsupported"), "type"), null);
            default -> InboundContent.unsupported(type, null);
        };
    }

    private static InboundContent missing(String type) {
        return InboundContent.unsupported(type, "type says " + type + " but there is no " + type + " object");
    }

    private static InboundContent text(JsonNode message) {
        ObjectNode text = WireJson.object(message, "text");
        String body = text == null ? WireJson.text(message, "text") : WireJson.text(text, "body");
        if (body == null) {
            return missing("text");
        }
        InboundContent content = InboundContent.text(body);
        return WireJson.isCut(text, "body") || WireJson.isCut(message, "text") ? content.withProblem(CUT) : content;
    }

    private static InboundContent medium(JsonNode message, String type, MessageKind kind, boolean fileLost) {
        ObjectNode file = WireJson.object(message, type);
        if (file == null) {
            return missing(type);
        }
        String mediaId = WireJson.id(file, "id");
        InboundAttachment attachment = new InboundAttachment(
                kind,
                mediaId,
                WireJson.words(file, "mime_type"),
                WireJson.words(file, "filename"),
                WireJson.id(file, "sha256"),
                WireJson.wholeNumber(file, "file_size"),
                type.equals("voice") || WireJson.isTrue(file, "voice"),
                WireJson.isTrue(file, "animated"),
                mediaId != null && !fileLost,
                WireJson.words(file, "url"));
        InboundContent content = InboundContent.medium(attachment, WireJson.text(file, "caption"));
        return WireJson.isCut(file, "caption") ? content.withProblem(CUT) : content;
    }

    private static InboundContent location(JsonNode message) {
        ObjectNode location = WireJson.object(message, "location");
        if (location == null) {
            return missing("location");
        }
        BigDecimal latitude = WireJson.number(location, "latitude");
        BigDecimal longitude = WireJson.number(location, "longitude");
        if (latitude == null || longitude == null) {
            return InboundContent.unsupported("location", "the location has no coordinates");
        }
        return InboundContent.place(new GeoLocation(
                latitude.doubleValue(),
                longitude.doubleValue(),
                WireJson.words(location, "name"),
                WireJson.words(location, "address"),
                WireJson.words(location, "url")));
    }

    private static InboundContent contacts(JsonNode message) {
        List<ContactCard> cards = WireJson.list(message, "contacts").stream()
                .limit(MAX_CARDS)
                .map(ContentReader::card)
                .toList();
        return cards.isEmpty() ? missing("contacts") : InboundContent.cards(cards);
    }

    private static ContactCard card(JsonNode card) {
        List<ContactCard.CardPhone> phones = WireJson.list(card, "phones").stream()
                .limit(MAX_CARDS)
                .map(phone -> new ContactCard.CardPhone(
                        WireJson.words(phone, "phone"), WireJson.id(phone, "wa_id"), WireJson.words(phone, "type")))
                .toList();
        List<ContactCard.CardEmail> emails = WireJson.list(card, "emails").stream()
                .limit(MAX_CARDS)
                .map(email -> new ContactCard.CardEmail(WireJson.words(email, "email"), WireJson.words(email, "type")))
                .toList();
        return new ContactCard(
                cardName(WireJson.object(card, "name")),
                WireJson.words(WireJson.object(card, "org"), "company"),
                phones,
                emails,
                WireJson.text(card, "vcard"),
                WireJson.bounded(card));
    }

    private static @Nullable String cardName(@Nullable JsonNode name) {
        String formatted = WireJson.words(name, "formatted_name");
        if (formatted != null) {
            return formatted;
        }
        String first = WireJson.words(name, "first_name");
        String last = WireJson.words(name, "last_name");
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return first + " " + last;
    }

    private InboundContent interactive(JsonNode message) {
        ObjectNode interactive = WireJson.object(message, "interactive");
        if (interactive == null) {
            return missing("interactive");
        }
        String type = interactiveType(interactive);
        JsonNode reply = WireJson.object(interactive, type);
        if (reply == null) {
            return InboundContent.reply(unknownReply(interactive, type));
        }
        return InboundContent.reply(
                switch (type) {
                    case InteractiveReply.BUTTON_REPLY, InteractiveReply.LIST_REPLY ->
                        new InteractiveReply(
                                type,
                                WireJson.words(reply, "id"),
                                WireJson.words(reply, "title"),
                                WireJson.words(reply, "description"),
                                null);
                    case InteractiveReply.FORM_REPLY -> formReply(reply);
                    case InteractiveReply.CALL_PERMISSION_REPLY ->
                        new InteractiveReply(type, WireJson.id(reply, "response"), null, null, WireJson.bounded(reply));
                    default -> unknownReply(interactive, type);
                });
    }

    private static String interactiveType(JsonNode interactive) {
        String type = WireJson.id(interactive, "type");
        if (type != null) {
            return type.toLowerCase(Locale.ROOT);
        }
        return REPLY_TYPES.stream()
                .filter(known -> WireJson.has(interactive, known))
                .findFirst()
                .orElse("unknown");
    }

    /** Also what our side sent from elsewhere: buttons, a list, a link. */
    private static InteractiveReply unknownReply(JsonNode interactive, String type) {
        ObjectNode body = WireJson.object(interactive, "body");
        String title = body == null ? WireJson.words(interactive, "body") : WireJson.words(body, "text");
        return new InteractiveReply(type, null, title, null, WireJson.bounded(interactive));
    }

    private InteractiveReply formReply(JsonNode reply) {
        JsonNode response = formResponse(reply);
        String name = WireJson.words(reply, "name");
        return new InteractiveReply(
                InteractiveReply.FORM_REPLY,
                response == null ? null : WireJson.words(response, "flow_token"),
                WireJson.words(reply, "body"),
                // Every form made with Flows is called so; other names tell what was asked, an address for one.
                "flow".equals(name) ? null : name,
                response);
    }

    /** The filled-in form is JSON inside of a string; one that is not JSON is kept as the string. */
    private @Nullable JsonNode formResponse(JsonNode reply) {
        JsonNode response = reply.get("response_json");
        if (response == null || response.isNull()) {
            return null;
        }
        if (!response.isTextual()) {
            return WireJson.bounded(response);
        }
        try {
            JsonNode parsed = json.readTree(response.textValue());
            if (parsed.isContainerNode()) {
                WireJson.clean(parsed);
                return WireJson.bounded(parsed);
            }
            return WireJson.bounded(response);
        } catch (JsonProcessingException notJson) {
            return WireJson.bounded(response);
        }
    }

    private static InboundContent templateButton(JsonNode message) {
        ObjectNode button = WireJson.object(message, "button");
        if (button == null) {
            return missing("button");
        }
        return InboundContent.reply(new InteractiveReply(
                InteractiveReply.TEMPLATE_BUTTON,
                WireJson.words(button, "payload"),
                WireJson.words(button, "text"),
                null,
                null));
    }

    private static InboundContent order(JsonNode message) {
        ObjectNode order = WireJson.object(message, "order");
        if (order == null) {
            return missing("order");
        }
        List<ProductOrder.Item> items = WireJson.list(order, "product_items").stream()
                .limit(MAX_ORDER_ITEMS)
                .map(item -> new ProductOrder.Item(
                        WireJson.id(item, "product_retailer_id"),
                        WireJson.number(item, "quantity"),
                        WireJson.number(item, "item_price"),
                        WireJson.id(item, "currency")))
                .toList();
        return InboundContent.order(
                new ProductOrder(WireJson.id(order, "catalog_id"), WireJson.words(order, "text"), items));
    }

    /** Only our side sends templates; the name stands in for the text, which Meta does not repeat. */
    private static InboundContent template(JsonNode message) {
        ObjectNode template = WireJson.object(message, "template");
        if (template == null) {
            return missing("template");
        }
        String body = WireJson.text(template, "body");
        return InboundContent.plain(MessageKind.TEMPLATE, body != null ? body : WireJson.words(template, "name"));
    }
}
