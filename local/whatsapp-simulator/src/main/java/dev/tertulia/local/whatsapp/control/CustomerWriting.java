package dev.tertulia.local.whatsapp.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.InvalidValue;
import dev.tertulia.local.whatsapp.number.NumberRegistration;
import dev.tertulia.local.whatsapp.thread.MediaStore;
import dev.tertulia.local.whatsapp.thread.MessageIds;
import dev.tertulia.local.whatsapp.thread.MessageState;
import dev.tertulia.local.whatsapp.thread.ThreadMessage;
import dev.tertulia.local.whatsapp.thread.Threads;
import dev.tertulia.local.whatsapp.webhook.Change;
import dev.tertulia.local.whatsapp.webhook.Webhooks;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a customer write: keeps the message in the thread and tells the business by webhook, as Meta would. */
@ApplicationScoped
class CustomerWriting {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A type of the Cloud API with its part; {@code about} is the message it is about, if it is no message by itself. */
    private record Part(
            String type,
            @Nullable JsonNode content,
            @Nullable String about) {

        static Part message(String type, @Nullable JsonNode content) {
            return new Part(type, content, null);
        }
    }

    private final Threads threads;
    private final MediaStore media;
    private final Webhooks webhooks;
    private final Clock clock;

    CustomerWriting(Threads threads, MediaStore media, Webhooks webhooks, Clock clock) {
        this.threads = threads;
        this.media = media;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Does what the customer does, and answers with the id of the message in the webhook. */
    String write(BusinessNumber number, String waId, CustomerMessage written) {
        if (webhooks.isFull(number)) {
            throw new ControlProblem(503, "the webhooks of this number are far behind; try again later");
        }
        Part part = part(number, waId, written);
        String id = MessageIds.fromCustomer(waId);
        Instant now = clock.instant();
        ObjectNode message = JSON.objectNode();
        context(message, number.registration(), waId, written);
        message.put("from", waId)
                .put("id", id)
                .put("timestamp", Long.toString(now.getEpochSecond()))
                .put("type", part.type());
        if (part.content() != null) {
            message.set(part.type(), part.content());
        }
        if (part.type().equals("unsupported")) {
            unsupported(message);
        }
        if (written.extra() instanceof ObjectNode extra) {
            message.setAll(extra);
        }
        number.received.increment();
        threads.heard(number, waId, written.profileName());
        ThreadMessage kept = keep(number, waId, written, part, id, now);
        String name = threads.nameOf(number, waId);
        webhooks.send(number, Change.message(number.registration(), waId, name, message), taken -> {
            if (taken && kept != null) {
                threads.advance(kept, MessageState.DELIVERED);
            }
        });
        return id;
    }

    private @Nullable ThreadMessage keep(
            BusinessNumber number, String waId, CustomerMessage written, Part part, String id, Instant now) {
        if (part.about() == null) {
            ObjectNode content = JSON.objectNode();
            content.set(part.type(), part.content());
            ThreadMessage message = ThreadMessage.fromCustomer(
                    id, number.id(), waId, part.type(), content.toString(), written.replyTo(), now);
            threads.add(number, message);
            return message;
        }
        ThreadMessage about = threads.find(part.about());
        if (about != null) {
            switch (part.type()) {
                case "reaction" -> threads.react(about, true, Objects.requireNonNullElse(written.emoji(), ""));
                case "edit" -> threads.edit(about, edited(about, written));
                default -> threads.delete(about);
            }
        }
        return null;
    }

    private static String edited(ThreadMessage about, CustomerMessage written) {
        ObjectNode content = JSON.objectNode();
        content.set("text", text(CustomerMessage.required(written.text(), "text")));
        return about.type().equals("text") ? content.toString() : about.view().content();
    }

    private Part part(BusinessNumber number, String waId, CustomerMessage written) {
        return switch (written.kind()) {
            case "text" -> Part.message("text", text(CustomerMessage.required(written.text(), "text")));
            case "image", "audio", "video", "document", "sticker" ->
                Part.message(written.kind(), medium(number, written));
            case "location" -> Part.message("location", location(written));
            case "contacts" -> Part.message("contacts", written.contacts() == null ? sampleCard() : written.contacts());
            case "reaction" -> reaction(CustomerMessage.required(written.messageId(), "messageId"), written.emoji());
            case "button_reply" -> reply("button_reply", written);
            case "list_reply" -> reply("list_reply", written);
            case "flow_reply" -> flowReply(written);
            case "template_button" -> templateButton(written);
            case "edit" -> edit(CustomerMessage.required(written.messageId(), "messageId"), waId, written);
            case "delete" -> delete(CustomerMessage.required(written.messageId(), "messageId"), waId);
            case "order" -> Part.message("order", order());
            case "unsupported" -> Part.message("unsupported", JSON.objectNode().put("type", "poll_creation"));
            default -> throw new InvalidValue("type " + written.kind() + " is none that customers write");
        };
    }

    private static ObjectNode text(String text) {
        return JSON.objectNode().put("body", text);
    }

    private ObjectNode medium(BusinessNumber number, CustomerMessage written) {
        String data = written.data();
        SampleMedia file = data == null
                ? SampleMedia.of(written.kind())
                : new SampleMedia(
                        CustomerMessage.required(written.mimeType(), "mimeType"),
                        Objects.requireNonNullElse(written.fileName(), "file"),
                        Buffer.buffer(CustomerMessage.decoded(data)));
        String fileName = written.fileName() == null ? file.fileName() : written.fileName();
        MediaStore.Media kept =
                media.keep(number.id(), file.mimeType(), fileName, file.bytes().getBytes());
        ObjectNode part = JSON.objectNode();
        if (written.caption() != null) {
            part.put("caption", written.caption());
        }
        if (written.kind().equals("document")) {
            part.put("filename", fileName);
        }
        part.put("mime_type", kept.mimeType());
        // The look-up tells the hash in hex, the webhook in base64.
        part.put("sha256", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(kept.sha256())));
        part.put("id", kept.id());
        if (written.kind().equals("audio")) {
            part.put("voice", written.voice() == null || written.voice());
        }
        if (written.kind().equals("sticker")) {
            part.put("animated", false);
        }
        return part;
    }

    private static ObjectNode location(CustomerMessage written) {
        ObjectNode part = JSON.objectNode();
        if (written.latitude() == null || written.longitude() == null) {
            part.put("latitude", 40.4153).put("longitude", -3.6845);
            return part.put("name", "El Retiro").put("address", "Plaza de la Independencia, 7, 28001 Madrid");
        }
        if (Math.abs(written.latitude()) > 90 || Math.abs(written.longitude()) > 180) {
            throw new InvalidValue("latitude is -90 to 90, longitude -180 to 180");
        }
        part.put("latitude", written.latitude()).put("longitude", written.longitude());
        if (written.name() != null) {
            part.put("name", written.name());
        }
        if (written.address() != null) {
            part.put("address", written.address());
        }
        return part;
    }

    private static ArrayNode sampleCard() {
        ArrayNode cards = JSON.arrayNode();
        ObjectNode card = cards.addObject();
        card.putObject("name")
                .put("first_name", "Marta")
                .put("last_name", "Ruiz")
                .put("formatted_name", "Marta Ruiz");
        card.putArray("phones")
                .addObject()
                .put("phone", "+34 600 000 123")
                .put("wa_id", "34600000123")
                .put("type", "CELL");
        return cards;
    }

    private static Part reaction(String about, @Nullable String emoji) {
        ObjectNode part = JSON.objectNode().put("message_id", about);
        return new Part("reaction", part.put("emoji", Objects.requireNonNullElse(emoji, "")), about);
    }

    private static Part reply(String type, CustomerMessage written) {
        CustomerMessage.required(written.replyTo(), "replyTo");
        ObjectNode part = JSON.objectNode().put("type", type);
        ObjectNode choice = part.putObject(type);
        choice.put("id", CustomerMessage.required(written.id(), "id"));
        choice.put("title", CustomerMessage.required(written.title(), "title"));
        if (type.equals("list_reply") && written.description() != null) {
            choice.put("description", written.description());
        }
        return Part.message("interactive", part);
    }

    private static Part flowReply(CustomerMessage written) {
        ObjectNode part = JSON.objectNode().put("type", "nfm_reply");
        part.putObject("nfm_reply")
                .put("response_json", CustomerMessage.required(written.responseJson(), "responseJson"))
                .put("body", "Sent")
                .put("name", "flow");
        return Part.message("interactive", part);
    }

    private static Part templateButton(CustomerMessage written) {
        String title = CustomerMessage.required(written.title(), "title");
        ObjectNode part = JSON.objectNode().put("payload", Objects.requireNonNullElse(written.payload(), title));
        return Part.message("button", part.put("text", title));
    }

    private Part edit(String about, String waId, CustomerMessage written) {
        ThreadMessage original = own(about, waId);
        ObjectNode part = JSON.objectNode().put("original_message_id", about);
        ObjectNode message = part.putObject("message");
        message.putObject("context").put("id", about);
        message.put("type", original == null ? "text" : original.type());
        message.set("text", text(CustomerMessage.required(written.text(), "text")));
        return new Part("edit", part, about);
    }

    private Part delete(String about, String waId) {
        own(about, waId);
        return new Part("revoke", JSON.objectNode().put("original_message_id", about), about);
    }

    private @Nullable ThreadMessage own(String about, String waId) {
        ThreadMessage original = threads.find(about);
        if (original != null && (!original.isFromCustomer() || !original.waId().equals(waId))) {
            throw new InvalidValue("customers change only what they wrote themselves");
        }
        return original;
    }

    private static ObjectNode order() {
        ObjectNode part =
                JSON.objectNode().put("catalog_id", "1000000000000001").put("text", "");
        part.putArray("product_items")
                .addObject()
                .put("product_retailer_id", "SKU-1")
                .put("quantity", 2)
                .put("item_price", 9.5)
                .put("currency", "EUR");
        return part;
    }

    private static void unsupported(ObjectNode message) {
        ObjectNode error = message.putArray("errors").addObject();
        error.put("code", 131051).put("title", "Message type unknown").put("message", "Message type unknown");
        error.putObject("error_data").put("details", "Message type is currently not supported.");
    }

    private void context(ObjectNode message, NumberRegistration number, String waId, CustomerMessage written) {
        if (written.replyTo() != null) {
            ThreadMessage answered = threads.find(written.replyTo());
            boolean own = answered != null && answered.isFromCustomer();
            message.putObject("context")
                    .put("from", own ? waId : number.displayPhoneNumber())
                    .put("id", written.replyTo());
        } else if (written.forwarded()) {
            message.putObject("context").put("forwarded", true);
        }
    }
}
