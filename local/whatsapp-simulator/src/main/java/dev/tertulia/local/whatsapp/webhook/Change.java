package dev.tertulia.local.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.number.NumberRegistration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The parts of which Meta's webhooks are made: {@code entry[].changes[]}, each a field and a value. */
public final class Change {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Change() {}

    /** A change of the given field. */
    public static ObjectNode of(String field, JsonNode value) {
        ObjectNode change = JSON.objectNode();
        change.set("value", value);
        return change.put("field", field);
    }

    /** A change that carries one message of a customer; {@code name} is their profile's. */
    public static ObjectNode message(NumberRegistration to, String waId, @Nullable String name, ObjectNode message) {
        ObjectNode value = value(to);
        ObjectNode contact = value.putArray("contacts").addObject();
        if (name != null) {
            contact.putObject("profile").put("name", name);
        }
        contact.put("wa_id", waId);
        value.putArray("messages").add(message);
        return of("messages", value);
    }

    /** A change that carries one status. */
    public static ObjectNode status(NumberRegistration of, Status status) {
        ObjectNode value = value(of);
        ObjectNode one = value.putArray("statuses").addObject();
        one.put("id", status.wamid()).put("status", status.state());
        one.put("timestamp", Long.toString(status.at().getEpochSecond()));
        one.put("recipient_id", status.waId());
        if (status.callbackData() != null) {
            one.put("biz_opaque_callback_data", status.callbackData());
        }
        if (status.errorCode() != null) {
            ObjectNode error = one.putArray("errors").addObject();
            error.put("code", status.errorCode());
            error.put("title", status.errorTitle()).put("message", status.errorTitle());
            error.putObject("error_data").put("details", status.errorDetails());
            error.put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
        } else {
            price(one, status);
        }
        return of("messages", value);
    }

    /** What is said of one message to a customer; {@code state} is sent, delivered, read, played or failed. */
    public record Status(
            String wamid,
            String state,
            Instant at,
            String waId,
            String category,
            @Nullable String callbackData,
            @Nullable Integer errorCode,
            @Nullable String errorTitle,
            @Nullable String errorDetails) {}

    private static void price(ObjectNode one, Status status) {
        if (!status.state().equals("sent") && !status.state().equals("delivered")) {
            return;
        }
        boolean free = status.category().equals("service");
        ObjectNode pricing = one.putObject("pricing");
        pricing.put("billable", !free).put("pricing_model", "PMP");
        pricing.put("category", status.category()).put("type", free ? "free_customer_service" : "regular");
    }

    private static ObjectNode value(NumberRegistration number) {
        ObjectNode value = JSON.objectNode().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", number.displayPhoneNumber())
                .put("phone_number_id", number.phoneNumberId());
        return value;
    }
}
