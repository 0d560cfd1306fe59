package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.InboundParty;
import dev.tertulia.messaging.inbound.ProviderAccount;
import dev.tertulia.messaging.inbound.ProviderError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a webhook, with what all in it share.
 *
 * @param field what kind of change Meta calls it; null when it does not
 * @param entryTime when Meta made the entry, the only time that account changes have
 */
record WebhookChange(
        @Nullable String field,
        ObjectNode value,
        ProviderAccount account,
        ContactBook contacts,
        @Nullable Instant entryTime) {

    static WebhookChange of(@Nullable String field, ObjectNode value, @Nullable JsonNode entry) {
        JsonNode metadata = WireJson.object(value, "metadata");
        ProviderAccount account = new ProviderAccount(
                WireJson.id(metadata, "phone_number_id"),
                WireJson.id(metadata, "display_phone_number"),
                WireJson.id(entry, "id"));
        return new WebhookChange(field, value, account, ContactBook.of(value), WireJson.time(entry, "time"));
    }

    /** Whether the address is our own number, in whatever way it is written. */
    boolean isOurs(@Nullable String address) {
        if (address == null) {
            return false;
        }
        String ours = WireJson.allDigits(account.displayPhoneNumber());
        return ours.isEmpty()
                ? address.equals(account.displayPhoneNumber())
                : ours.equals(WireJson.allDigits(address)) && WireJson.digits(address) != null;
    }

    @Nullable
    InboundParty party(JsonNode node, String addressField, String userIdField, String parentUserIdField) {
        return contacts.party(
                WireJson.id(node, addressField), WireJson.id(node, userIdField), WireJson.id(node, parentUserIdField));
    }

    /** The errors that a node carries. Meta has the explanation at two places and the title under two names. */
    static List<ProviderError> errors(@Nullable JsonNode node) {
        List<ProviderError> errors = new ArrayList<>();
        for (JsonNode error : WireJson.list(node, "errors")) {
            String title = WireJson.words(error, "title");
            String details = WireJson.words(WireJson.object(error, "error_data"), "details");
            errors.add(new ProviderError(
                    WireJson.id(error, "code"),
                    title != null ? title : WireJson.words(error, "message"),
                    details != null ? details : WireJson.words(error, "details")));
        }
        return List.copyOf(errors);
    }
}
