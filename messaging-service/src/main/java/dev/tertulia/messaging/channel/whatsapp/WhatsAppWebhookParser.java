package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.AccountUpdated;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.InboundParty;
import dev.tertulia.messaging.inbound.InboundProblem.Reason;
import dev.tertulia.messaging.inbound.ParsedWebhook;
import dev.tertulia.messaging.inbound.ProviderAccount;
import dev.tertulia.messaging.inbound.ProviderError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a webhook of the Cloud API apart.
 *
 * <p>Whatever comes in, something comes out: what cannot be read is said with its reason, and spoils nothing beside it.
 * The same bytes always give the same items, so that a kept webhook can be replayed.
 */
public final class WhatsAppWebhookParser {

    private static final String OBJECT = "whatsapp_business_account";

    /** Fields that are known but whose values need not hold anything. */
    private static final Set<String> CONVERSATION_FIELDS = Set.of(
            "messages",
            "message_echoes",
            "smb_message_echoes",
            "standby",
            "calls",
            "history",
            "smb_app_state_sync",
            "user_preferences",
            "user_id_update",
            "group_lifecycle_update",
            "group_participants_update",
            "group_settings_update",
            "group_status_update");

    private final ObjectMapper json;
    private final MessageReader messages;

    public WhatsAppWebhookParser(ObjectMapper json) {
        this.json = json;
        this.messages = new MessageReader(new ContentReader(json));
    }

    /** Never throws. Items come in the order of the payload. */
    public ParsedWebhook parse(byte[] body) {
        JsonNode root;
        try {
            root = tree(body);
        } catch (IOException notJson) {
            return ParsedWebhook.unreadable(Reason.NOT_JSON, "the body is not JSON");
        }
        if (root.isMissingNode()) {
            return ParsedWebhook.unreadable(Reason.EMPTY, "the body is empty");
        }
        if (!(root instanceof ObjectNode object)) {
            return ParsedWebhook.unreadable(Reason.NOT_AN_OBJECT, "the body is JSON but not an object");
        }
        String product = WireJson.id(object, "object");
        if (product != null && !product.equals(OBJECT)) {
            return ParsedWebhook.unreadable(
                    Reason.OTHER_PRODUCT, "the webhook is for " + WireJson.cut(product, 40) + ", not for WhatsApp");
        }
        List<InboundItem> items = new ArrayList<>();
        envelope(object, items);
        return items.isEmpty()
                ? ParsedWebhook.unreadable(Reason.NOTHING_KNOWN_IN_IT, "the webhook has no entry with a change")
                : ParsedWebhook.of(items);
    }

    private JsonNode tree(byte[] body) throws IOException {
        JsonNode root;
        try {
            root = json.readTree(body);
        } catch (IOException maybeEncoding) {
            // One broken character must not cost the message: decoding puts a replacement in its place.
            root = json.readTree(new String(body, StandardCharsets.UTF_8));
        }
        if (root == null) {
            return json.missingNode();
        }
        WireJson.clean(root);
        return root;
    }

    private void envelope(ObjectNode root, List<InboundItem> items) {
        if (!root.has("entry")) {
            bare(root, items);
            return;
        }
        for (JsonNode entry : WireJson.list(root, "entry")) {
            List<JsonNode> changes = WireJson.list(entry, "changes");
            if (changes.isEmpty()) {
                items.add(new Ignored(
                        new ProviderAccount(null, null, WireJson.id(entry, "id")), "an entry without changes"));
            }
            for (JsonNode change : changes) {
                change(change, entry, items);
            }
        }
    }

    /** The dashboard's test button sends a change by itself, and some proxies of the API a value by itself. */
    private void bare(ObjectNode root, List<InboundItem> items) {
        if (root.has("value")) {
            change(root, null, items);
        } else if (root.has("messages") || root.has("statuses")) {
            change(WebhookChange.of(null, root, null), items);
        }
    }

    private void change(JsonNode node, @Nullable JsonNode entry, List<InboundItem> items) {
        String field = WireJson.id(node, "field");
        ObjectNode value = WireJson.object(node, "value");
        if (value == null) {
            items.add(new Ignored(
                    new ProviderAccount(null, null, WireJson.id(entry, "id")),
                    "a change " + named(field) + " without a value"));
            return;
        }
        change(WebhookChange.of(field, value, entry), items);
    }

    private void change(WebhookChange change, List<InboundItem> items) {
        int before = items.size();
        guarded(change, items, () -> AccountReader.read(change));
        if (items.size() == before) {
            conversations(change, items);
        }
        if (items.size() == before) {
            items.add(new Ignored(change.account(), nothingIn(change)));
        }
    }

    /** Read by what is there and not by the field, which may be missing, new, or shared by several kinds. */
    private void conversations(WebhookChange change, List<InboundItem> items) {
        List<ProviderError> errors = WebhookChange.errors(change.value());
        List<JsonNode> said = WireJson.list(change.value(), "messages");
        List<JsonNode> statuses = WireJson.list(change.value(), "statuses");
        List<JsonNode> calls = WireJson.list(change.value(), "calls");
        // Errors beside a single item are its own; beside several it cannot be told whose they are.
        boolean errorsHaveAnOwner = said.size() + statuses.size() + calls.size() == 1;
        List<ProviderError> owned = errorsHaveAnOwner ? errors : List.of();

        MessageReader.Source source = source(change.field());
        each(change, said, items, message -> messages.read(change, message, source, owned, null));
        each(
                change,
                "message_echoes",
                items,
                echo -> messages.read(change, echo, MessageReader.Source.ECHO, List.of(), null));
        each(change, statuses, items, status -> StatusReader.read(change, status, owned));
        each(change, calls, items, call -> CallReader.call(change, call, owned));
        each(change, "groups", items, group -> AccountReader.group(change, group));
        each(change, "user_preferences", items, preference -> IdentityReader.preference(change, preference));
        each(change, "user_id_update", items, update -> IdentityReader.userIdUpdate(change, update));
        each(change, "state_sync", items, sync -> IdentityReader.addressBook(change, sync));
        for (JsonNode chunk : WireJson.list(change.value(), "history")) {
            history(change, chunk, items);
        }
        if (!errors.isEmpty() && !errorsHaveAnOwner) {
            items.add(AccountReader.errors(change, errors));
        }
    }

    private static MessageReader.Source source(@Nullable String field) {
        return switch (field) {
            case "message_echoes", "smb_message_echoes" -> MessageReader.Source.ECHO;
            case "history" -> MessageReader.Source.HISTORY;
            case null, default -> MessageReader.Source.CUSTOMER;
        };
    }

    private void history(WebhookChange change, JsonNode chunk, List<InboundItem> items) {
        List<ProviderError> errors = WebhookChange.errors(chunk);
        if (!errors.isEmpty()) {
            items.add(new AccountUpdated(
                    change.account(),
                    "history",
                    errors.getFirst().code(),
                    null,
                    change.entryTime(),
                    WireJson.bounded(chunk),
                    errors));
        }
        for (JsonNode thread : WireJson.list(chunk, "threads")) {
            ObjectNode who = WireJson.object(thread, "context");
            String userId = WireJson.id(who, "user_id");
            String number = WireJson.id(who, "wa_id");
            InboundParty customer = change.contacts()
                    .party(
                            number != null ? number : WireJson.id(thread, "id"),
                            userId,
                            WireJson.id(who, "parent_user_id"));
            each(
                    change,
                    WireJson.list(thread, "messages"),
                    items,
                    message -> messages.read(change, message, MessageReader.Source.HISTORY, List.of(), customer));
        }
    }

    private interface ItemReader {
        InboundItem read(JsonNode node);
    }

    private static void each(WebhookChange change, String member, List<InboundItem> items, ItemReader reader) {
        each(change, WireJson.list(change.value(), member), items, reader);
    }

    private static void each(WebhookChange change, List<JsonNode> nodes, List<InboundItem> items, ItemReader reader) {
        for (JsonNode node : nodes) {
            guarded(change, items, () -> node.isObject() ? reader.read(node) : notAnObject(change));
        }
    }

    private static Ignored notAnObject(WebhookChange change) {
        return new Ignored(change.account(), "something " + named(change.field()) + " that is not an object");
    }

    /** Whatever goes wrong with one item stays with it. */
    private static void guarded(WebhookChange change, List<InboundItem> items, Supplier<@Nullable InboundItem> reader) {
        try {
            InboundItem item = reader.get();
            if (item != null) {
                items.add(item);
            }
        } catch (RuntimeException unforeseen) {
            items.add(new Ignored(change.account(), "something " + named(change.field()) + " that could not be read"));
        }
    }

    private static String nothingIn(WebhookChange change) {
        String field = change.field();
        return field == null || CONVERSATION_FIELDS.contains(field)
                ? "nothing to act on " + named(field)
                : "unknown field " + WireJson.cut(field, 80);
    }

    private static String named(@Nullable String field) {
        return field == null ? "without a field" : "in the field " + WireJson.cut(field, 80);
    }
}
