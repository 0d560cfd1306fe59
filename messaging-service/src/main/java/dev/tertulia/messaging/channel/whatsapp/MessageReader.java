package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.ChatOpened;
import dev.tertulia.messaging.inbound.DeliveryStatus;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundContent;
import dev.tertulia.messaging.inbound.InboundContext;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.InboundParty;
import dev.tertulia.messaging.inbound.MessageDeleted;
import dev.tertulia.messaging.inbound.MessageEdited;
import dev.tertulia.messaging.inbound.ProviderError;
import dev.tertulia.messaging.inbound.Reaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Messages and what is said about messages: reactions, edits, deletions, and Meta's own remarks on a customer. */
final class MessageReader {

    /** Who speaks to whom, which for the same shape depends on where in the webhook it stands. */
    enum Source {
        CUSTOMER,
        ECHO,
        HISTORY
    }

    /** Members of a message that are read, beside the one named as its type. */
    private static final Set<String> READ_MEMBERS = Set.of(
            "from",
            "from_user_id",
            "from_parent_user_id",
            "to",
            "to_user_id",
            "to_parent_user_id",
            "id",
            "timestamp",
            "type",
            "context",
            "referral",
            "errors",
            "group_id",
            "history_context",
            "unsupported");

    private final ContentReader contents;

    MessageReader(ContentReader contents) {
        this.contents = contents;
    }

    /**
     * @param changeErrors errors of the change that belong to this message
     * @param thread the other side of a historical conversation
     */
    InboundItem read(
            WebhookChange change,
            JsonNode message,
            Source source,
            List<ProviderError> changeErrors,
            @Nullable InboundParty thread) {
        String type = ContentReader.type(message);
        if ("system".equals(type)) {
            return IdentityReader.systemMessage(change, message);
        }
        boolean fromBusiness = switch (source) {
            case CUSTOMER -> false;
            case ECHO -> true;
            case HISTORY -> historicalFromBusiness(change, message, thread);
        };
        InboundParty customer = customer(change, message, fromBusiness, thread);
        if (customer == null) {
            return new Ignored(change.account(), "a message that does not say whose it is");
        }
        String externalId = WireJson.id(message, "id");
        String groupId = WireJson.id(message, "group_id");
        Instant time = WireJson.time(message, "timestamp");
        boolean historical = source == Source.HISTORY;
        return switch (type) {
            case "reaction" -> {
                ObjectNode reaction = WireJson.object(message, "reaction");
                String target = WireJson.id(reaction, "message_id");
                // An empty emoji and none at all both take the reaction back.
                String emoji = WireJson.id(reaction, "emoji");
                yield target == null
                        ? withoutTarget(change, type)
                        : new Reaction(
                                change.account(),
                                externalId,
                                customer,
                                fromBusiness,
                                historical,
                                groupId,
                                target,
                                emoji,
                                time);
            }
            case "revoke" -> {
                String target = WireJson.id(WireJson.object(message, "revoke"), "original_message_id");
                yield target == null
                        ? withoutTarget(change, type)
                        : new MessageDeleted(
                                change.account(), externalId, customer, fromBusiness, groupId, target, time);
            }
            case "edit" -> {
                ObjectNode edit = WireJson.object(message, "edit");
                String target = WireJson.id(edit, "original_message_id");
                yield target == null
                        ? withoutTarget(change, type)
                        : new MessageEdited(
                                change.account(),
                                externalId,
                                customer,
                                fromBusiness,
                                groupId,
                                target,
                                time,
                                newContent(edit));
            }
            case "request_welcome" -> new ChatOpened(change.account(), externalId, customer, time);
            case null, default -> {
                List<ProviderError> errors = new ArrayList<>(WebhookChange.errors(message));
                errors.addAll(changeErrors);
                yield new InboundMessage(
                        change.account(),
                        externalId,
                        customer,
                        fromBusiness,
                        historical,
                        historical ? knownStatus(message) : null,
                        groupId,
                        time,
                        contents.read(message, type, !errors.isEmpty()),
                        context(message),
                        List.copyOf(errors),
                        extra(message, type));
            }
        };
    }

    private static Ignored withoutTarget(WebhookChange change, String type) {
        return new Ignored(
                change.account(), "a message of type " + type + " that does not say which message it is about");
    }

    private static @Nullable InboundParty customer(
            WebhookChange change, JsonNode message, boolean fromBusiness, @Nullable InboundParty thread) {
        if (thread != null) {
            return thread;
        }
        boolean addressedToUs = fromBusiness
                && change.isOurs(WireJson.id(message, "to"))
                && WireJson.id(message, "from") != null
                && !change.isOurs(WireJson.id(message, "from"));
        return fromBusiness && !addressedToUs
                ? change.party(message, "to", "to_user_id", "to_parent_user_id")
                : change.party(message, "from", "from_user_id", "from_parent_user_id");
    }

    private static boolean historicalFromBusiness(
            WebhookChange change, JsonNode message, @Nullable InboundParty thread) {
        Boolean fromMe = WireJson.bool(WireJson.object(message, "history_context"), "from_me");
        if (fromMe != null) {
            return fromMe;
        }
        String from = WireJson.id(message, "from");
        if (from != null && thread != null && ContactBook.sameNumber(from, thread.address())) {
            return false;
        }
        return change.isOurs(from) || WireJson.has(message, "to");
    }

    private static @Nullable DeliveryStatus knownStatus(JsonNode message) {
        String status = WireJson.id(WireJson.object(message, "history_context"), "status");
        if (status == null) {
            return null;
        }
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "sent" -> DeliveryStatus.SENT;
            case "delivered" -> DeliveryStatus.DELIVERED;
            case "read", "played" -> DeliveryStatus.READ;
            case "error", "failed" -> DeliveryStatus.FAILED;
            default -> null;
        };
    }

    private InboundContent newContent(@Nullable ObjectNode edit) {
        ObjectNode message = WireJson.object(edit, "message");
        if (message == null) {
            return InboundContent.unsupported("edit", "the edit does not say what the message is now");
        }
        return contents.read(message, ContentReader.type(message), WireJson.has(message, "errors"));
    }

    private static InboundContext context(JsonNode message) {
        ObjectNode context = WireJson.object(message, "context");
        ObjectNode referral = WireJson.object(message, "referral");
        if (context == null && referral == null) {
            return InboundContext.NONE;
        }
        boolean frequentlyForwarded = WireJson.isTrue(context, "frequently_forwarded");
        ObjectNode product = WireJson.object(context, "referred_product");
        return new InboundContext(
                WireJson.id(context, "id"),
                frequentlyForwarded || WireJson.isTrue(context, "forwarded"),
                frequentlyForwarded,
                product == null
                        ? null
                        : new InboundContext.ReferredProduct(
                                WireJson.id(product, "catalog_id"), WireJson.id(product, "product_retailer_id")),
                referral == null ? null : adReferral(referral));
    }

    private static InboundContext.AdReferral adReferral(JsonNode referral) {
        return new InboundContext.AdReferral(
                WireJson.words(referral, "source_type"),
                WireJson.id(referral, "source_id"),
                WireJson.words(referral, "source_url"),
                WireJson.words(referral, "headline"),
                WireJson.words(referral, "body"),
                WireJson.words(referral, "media_type"),
                WireJson.words(referral, "image_url"),
                WireJson.words(referral, "video_url"),
                WireJson.words(referral, "thumbnail_url"),
                WireJson.words(referral, "ctwa_clid"));
    }

    private static @Nullable JsonNode extra(JsonNode message, @Nullable String type) {
        ObjectNode extra = null;
        for (Map.Entry<String, JsonNode> member : message.properties()) {
            String name = member.getKey();
            boolean read = READ_MEMBERS.contains(name) || (name.equals(type) && ContentReader.reads(name));
            if (!read) {
                extra = extra == null ? JsonNodeFactory.instance.objectNode() : extra;
                extra.set(name, member.getValue());
            }
        }
        return extra == null ? null : WireJson.bounded(extra);
    }
}
