package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.AccountUpdated;
import dev.tertulia.messaging.inbound.GroupUpdated;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.ProviderError;
import dev.tertulia.messaging.inbound.TemplateChanged;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Meta tells about our side: account, numbers, templates, groups. */
final class AccountReader {

    /** Fields whose value is all there is to say; their parts are read by whoever acts on them. */
    private static final Set<String> ACCOUNT_FIELDS = Set.of(
            "account_update",
            "account_review_update",
            "account_alerts",
            "account_settings_update",
            "phone_number_name_update",
            "phone_number_quality_update",
            "business_capability_update",
            "business_status_update",
            "business_username_update",
            "business_username_updates",
            "security",
            "flows",
            "automatic_events",
            "tracking_events",
            "consumer_profile",
            "messaging_handovers",
            "partner_solutions",
            "payment_configuration_update",
            "template_performance_metrics");

    private AccountReader() {}

    /** The change as a whole; null when its field is not one of the account's or the templates'. */
    static @Nullable InboundItem read(WebhookChange change) {
        String field = change.field();
        if (field == null) {
            return null;
        }
        return switch (field) {
            case "message_template_status_update" -> templateStatus(change);
            case "message_template_quality_update" ->
                template(
                        change,
                        TemplateChanged.Change.QUALITY,
                        WireJson.id(change.value(), "previous_quality_score"),
                        WireJson.id(change.value(), "new_quality_score"),
                        null,
                        null);
            case "template_category_update", "template_correct_category_detection" ->
                template(
                        change,
                        TemplateChanged.Change.CATEGORY,
                        WireJson.id(change.value(), "previous_category"),
                        WireJson.firstId(change.value(), "new_category", "correct_category"),
                        null,
                        null);
            case "message_template_components_update" ->
                template(change, TemplateChanged.Change.COMPONENTS, null, null, null, null);
            default -> ACCOUNT_FIELDS.contains(field) ? account(change, field) : null;
        };
    }

    private static TemplateChanged templateStatus(WebhookChange change) {
        ObjectNode value = change.value();
        String reason = WireJson.id(value, "reason");
        String reasonText = WireJson.words(WireJson.object(value, "rejection_info"), "reason");
        return template(
                change,
                TemplateChanged.Change.STATUS,
                null,
                WireJson.id(value, "event"),
                "NONE".equalsIgnoreCase(reason) ? null : reason,
                reasonText != null ? reasonText : WireJson.words(WireJson.object(value, "other_info"), "description"));
    }

    private static TemplateChanged template(
            WebhookChange change,
            TemplateChanged.Change kind,
            @Nullable String previous,
            @Nullable String current,
            @Nullable String reason,
            @Nullable String reasonText) {
        ObjectNode value = change.value();
        return new TemplateChanged(
                change.account(),
                kind,
                WireJson.id(value, "message_template_id"),
                WireJson.id(value, "message_template_name"),
                WireJson.id(value, "message_template_language"),
                kind == TemplateChanged.Change.CATEGORY ? current : WireJson.id(value, "message_template_category"),
                previous,
                current,
                reason,
                reasonText,
                time(change),
                WireJson.bounded(value));
    }

    private static AccountUpdated account(WebhookChange change, String field) {
        ObjectNode value = change.value();
        String event = WireJson.firstId(value, "event", "decision", "alert_type", "status", "type");
        if (event == null) {
            event = WireJson.id(WireJson.object(value, "alert_info"), "alert_type");
        }
        return new AccountUpdated(
                change.account(),
                field,
                event,
                WireJson.firstId(value, "display_phone_number", "phone_number"),
                time(change),
                WireJson.bounded(value),
                WebhookChange.errors(value));
    }

    /** Errors that belong to no message: of the account, the app, or the whole change. */
    static AccountUpdated errors(WebhookChange change, List<ProviderError> errors) {
        return new AccountUpdated(
                change.account(),
                "errors",
                errors.getFirst().code(),
                null,
                time(change),
                WireJson.bounded(change.value()),
                errors);
    }

    static InboundItem group(WebhookChange change, JsonNode group) {
        String event = WireJson.firstId(group, "type", "event");
        if (event == null) {
            event = change.field();
        }
        if (event == null) {
            return new Ignored(change.account(), "a group of which nothing is said");
        }
        Instant time = WireJson.time(group, "timestamp");
        return new GroupUpdated(
                change.account(),
                WireJson.id(group, "group_id"),
                event,
                time != null ? time : change.entryTime(),
                WireJson.bounded(group));
    }

    private static @Nullable Instant time(WebhookChange change) {
        return change.entryTime() != null ? change.entryTime() : WireJson.time(change.value(), "timestamp");
    }
}
