package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.AddressBookChanged;
import dev.tertulia.messaging.inbound.IdentityChanged;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.InboundParty;
import dev.tertulia.messaging.inbound.MarketingPreferenceChanged;
import dev.tertulia.messaging.inbound.ProviderAccount;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Meta tells about customers: new numbers, new ids, what they want and what the phone calls them. */
final class IdentityReader {

    /** The old user id stands in no field, only in "User Ana changed from US.1 to US.2". */
    private static final Pattern OLD_USER_ID = Pattern.compile("\\bfrom ([A-Z]{2}\\.[A-Za-z0-9.]{1,200}) to ");

    private IdentityReader() {}

    static InboundItem systemMessage(WebhookChange change, JsonNode message) {
        ObjectNode system = WireJson.object(message, "system");
        String type = WireJson.id(system, "type");
        if (type == null) {
            return new Ignored(change.account(), "a system message that does not say what happened");
        }
        IdentityChanged.Change kind = switch (type.toLowerCase(Locale.ROOT)) {
            case "user_changed_number", "customer_changed_number" -> IdentityChanged.Change.NUMBER;
            case "user_changed_user_id" -> IdentityChanged.Change.USER_ID;
            case "customer_identity_changed", "user_identity_changed" -> IdentityChanged.Change.DEVICE_KEYS;
            default -> null;
        };
        if (kind == null) {
            return new Ignored(change.account(), "unknown system message " + type);
        }
        String from = WireJson.id(message, "from");
        String fromUserId = WireJson.id(message, "from_user_id");
        String address = from != null ? from : WireJson.id(system, "customer");
        String newUserId = WireJson.id(system, "user_id");
        String text = WireJson.words(system, "body");
        String oldUserId = fromUserId != null ? fromUserId : oldUserId(text);
        String newNumber = WireJson.firstId(system, "wa_id", "new_wa_id");
        return new IdentityChanged(
                change.account(),
                WireJson.id(message, "id"),
                kind,
                type,
                change.contacts().party(address, oldUserId, WireJson.id(message, "from_parent_user_id")),
                kind == IdentityChanged.Change.USER_ID ? oldUserId : address,
                switch (kind) {
                    case NUMBER -> newNumber != null ? newNumber : newUserId;
                    case USER_ID -> newUserId;
                    case DEVICE_KEYS -> null;
                },
                newUserId,
                text,
                WireJson.time(message, "timestamp"));
    }

    private static @Nullable String oldUserId(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = OLD_USER_ID.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    static InboundItem userIdUpdate(WebhookChange change, JsonNode update) {
        ObjectNode userId = WireJson.object(update, "user_id");
        ObjectNode parentUserId = WireJson.object(update, "parent_user_id");
        String previous = WireJson.id(userId, "previous");
        String current = userId == null ? WireJson.id(update, "user_id") : WireJson.id(userId, "current");
        if (current == null) {
            return new Ignored(change.account(), "a new user id that is not said");
        }
        InboundParty customer =
                change.contacts().party(WireJson.id(update, "wa_id"), previous, WireJson.id(parentUserId, "previous"));
        return new IdentityChanged(
                change.account(),
                null,
                IdentityChanged.Change.USER_ID,
                "user_id_update",
                customer,
                previous,
                current,
                current,
                WireJson.words(update, "detail"),
                WireJson.time(update, "timestamp"));
    }

    static InboundItem preference(WebhookChange change, JsonNode preference) {
        InboundParty customer = change.party(preference, "wa_id", "user_id", "parent_user_id");
        String value = WireJson.id(preference, "value");
        if (customer == null || value == null) {
            return new Ignored(change.account(), "a preference that does not say whose or which");
        }
        return new MarketingPreferenceChanged(
                change.account(),
                customer,
                WireJson.id(preference, "category"),
                value.toLowerCase(Locale.ROOT),
                WireJson.words(preference, "detail"),
                WireJson.time(preference, "timestamp"));
    }

    static InboundItem addressBook(WebhookChange change, JsonNode sync) {
        ProviderAccount account = change.account();
        ObjectNode contact = WireJson.object(sync, "contact");
        String address = WireJson.firstId(contact, "phone_number", "user_id");
        String action = WireJson.id(sync, "action");
        if (address == null || action == null) {
            return new Ignored(account, "a change of the address book that does not say whose or which");
        }
        String fullName = WireJson.words(contact, "full_name");
        InboundParty party = new InboundParty(
                address,
                WireJson.phone(address),
                WireJson.id(contact, "user_id"),
                WireJson.id(contact, "parent_user_id"),
                WireJson.words(contact, "username"),
                fullName != null ? fullName : WireJson.words(contact, "first_name"));
        return new AddressBookChanged(
                account,
                party,
                action.toLowerCase(Locale.ROOT),
                WireJson.time(WireJson.object(sync, "metadata"), "timestamp"));
    }
}
