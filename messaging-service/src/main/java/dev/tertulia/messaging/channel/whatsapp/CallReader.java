package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.messaging.inbound.CallUpdate;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.InboundParty;
import dev.tertulia.messaging.inbound.ProviderError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls, in and out. */
final class CallReader {

    private CallReader() {}

    static InboundItem call(WebhookChange change, JsonNode call, List<ProviderError> changeErrors) {
        String externalId = WireJson.id(call, "id");
        if (externalId == null) {
            return new Ignored(change.account(), "a call without an id");
        }
        Boolean fromBusiness = fromBusiness(change, call);
        String event = WireJson.id(call, "event");
        Long seconds = WireJson.wholeNumber(call, "duration");
        List<ProviderError> errors = new ArrayList<>(WebhookChange.errors(call));
        errors.addAll(changeErrors);
        return new CallUpdate(
                change.account(),
                externalId,
                event == null ? "unknown" : event.toLowerCase(Locale.ROOT),
                WireJson.id(call, "status"),
                fromBusiness,
                customer(change, call, fromBusiness),
                WireJson.id(call, "from"),
                WireJson.id(call, "to"),
                WireJson.time(call, "timestamp"),
                WireJson.time(call, "start_time"),
                WireJson.time(call, "end_time"),
                seconds == null || seconds < 0 ? null : Duration.ofSeconds(Math.min(seconds, Integer.MAX_VALUE)),
                WireJson.id(call, "biz_opaque_callback_data"),
                List.copyOf(errors),
                WireJson.bounded(call));
    }

    private static @Nullable Boolean fromBusiness(WebhookChange change, JsonNode call) {
        String direction = WireJson.id(call, "direction");
        if (direction != null) {
            return direction.toUpperCase(Locale.ROOT).startsWith("BUSINESS");
        }
        if (change.isOurs(WireJson.id(call, "from"))) {
            return true;
        }
        return change.isOurs(WireJson.id(call, "to")) ? false : null;
    }

    private static @Nullable InboundParty customer(
            WebhookChange change, JsonNode call, @Nullable Boolean fromBusiness) {
        if (fromBusiness == null) {
            return null;
        }
        return fromBusiness
                ? change.party(call, "to", "to_user_id", "to_parent_user_id")
                : change.party(call, "from", "from_user_id", "from_parent_user_id");
    }

    /** The progress of a call that we place comes among the statuses. */
    static InboundItem status(WebhookChange change, JsonNode status, List<ProviderError> changeErrors) {
        String externalId = WireJson.id(status, "id");
        if (externalId == null) {
            return new Ignored(change.account(), "the status of a call without its id");
        }
        List<ProviderError> errors = new ArrayList<>(WebhookChange.errors(status));
        errors.addAll(changeErrors);
        return new CallUpdate(
                change.account(),
                externalId,
                "status",
                WireJson.id(status, "status"),
                true,
                change.party(status, "recipient_id", "recipient_user_id", "recipient_parent_user_id"),
                null,
                WireJson.firstId(status, "recipient_id", "recipient_user_id"),
                WireJson.time(status, "timestamp"),
                null,
                null,
                null,
                WireJson.id(status, "biz_opaque_callback_data"),
                List.copyOf(errors),
                WireJson.bounded(status));
    }
}
