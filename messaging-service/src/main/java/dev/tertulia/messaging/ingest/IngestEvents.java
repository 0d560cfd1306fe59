package dev.tertulia.messaging.ingest;

import dev.tertulia.contracts.messaging.ContactReference;
import dev.tertulia.contracts.messaging.Conversation;
import dev.tertulia.contracts.messaging.ConversationChanged;
import dev.tertulia.contracts.messaging.ConversationReference;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.messaging.MessageQueued;
import dev.tertulia.contracts.messaging.MessageReceived;
import dev.tertulia.contracts.messaging.MessageStatusChanged;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.events.TenantEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that tell of what ingest stored, made of what the database's functions answered. */
final class IngestEvents {
    private IngestEvents() {}

    /** {@code message.received} of each new message, behind the {@code conversation.opened} that it may have caused. */
    static List<TenantEvent> ofMessages(Map<UUID, MessageRow> rows, RowSet<Row> stored) {
        List<TenantEvent> events = new ArrayList<>(stored.size());
        Set<UUID> announced = new HashSet<>();
        for (Row answer : stored) {
            MessageRow row = rows.get(answer.getUUID("message_id"));
            if (row == null || row.item().historical()) {
                continue;
            }
            UUID tenant = row.tenantId();
            UUID conversation = answer.getUUID("conversation_id");
            long sequence = answer.getLong("message_sequence");
            ContactReference contact = contact(row, answer);
            if ((answer.getBoolean("opened") || answer.getBoolean("reopened")) && announced.add(conversation)) {
                String topic = answer.getBoolean("opened")
                        ? MessagingTopics.CONVERSATION_OPENED
                        : MessagingTopics.CONVERSATION_REOPENED;
                ConversationChanged changed = new ConversationChanged(conversation(row, answer, contact), null, null);
                events.add(new TenantEvent(
                        tenant,
                        OutboxEvent.of(topic, conversation, sequence - 1, changed)
                                .causedBy(row.delivery().requestId())));
            }
            ConversationReference reference = new ConversationReference(
                    conversation,
                    row.channelId(),
                    row.delivery().channel().type(),
                    answer.getString("status"),
                    answer.getUUID("assignee_id"),
                    answer.getInteger("unread_count"));
            Message message = message(row, conversation, contact, sequence);
            // What our side said in the provider's own app is nothing to answer.
            OutboxEvent event = row.inbound()
                    ? OutboxEvent.of(
                            MessagingTopics.MESSAGE_RECEIVED,
                            conversation,
                            sequence,
                            new MessageReceived(message, reference, contact))
                    : OutboxEvent.of(
                            MessagingTopics.MESSAGE_QUEUED,
                            conversation,
                            sequence,
                            new MessageQueued(message, reference));
            events.add(new TenantEvent(
                    tenant, event.about(row.id()).causedBy(row.delivery().requestId())));
        }
        return events;
    }

    private static Message message(MessageRow row, UUID conversation, ContactReference contact, long sequence) {
        MessageContent content = row.content();
        Message.Sender sender = row.inbound()
                ? new Message.Sender("contact", contact.id().toString(), contact.name())
                : new Message.Sender("agent", null, null);
        return new Message(
                row.id(),
                conversation,
                row.inbound() ? "inbound" : "outbound",
                sender,
                row.item().content().kind().wireName(),
                row.item().content().text(),
                row.attachments(),
                content == null ? null : content.location(),
                content == null ? null : content.contacts(),
                content == null ? null : content.interactive(),
                null,
                content == null ? null : content.extra(),
                List.of(),
                null,
                row.externalId(),
                row.status(),
                null,
                row.item().providerTime(),
                null,
                null,
                row.delivery().receivedAt(),
                sequence);
    }

    private static ContactReference contact(MessageRow row, Row answer) {
        return new ContactReference(
                answer.getUUID("contact_id"),
                answer.getString("contact_name"),
                new ContactReference.Identity(
                        row.delivery().channel().type(),
                        "",
                        answer.getString("value"),
                        answer.getString("address"),
                        answer.getString("phone"),
                        answer.getString("user_id")));
    }

    private static Conversation conversation(MessageRow row, Row answer, ContactReference contact) {
        return new Conversation(
                answer.getUUID("conversation_id"),
                row.channelId(),
                row.delivery().channel().type(),
                contact,
                answer.getString("status"),
                null,
                answer.getString("priority"),
                answer.getUUID("assignee_id"),
                List.of(),
                answer.getInteger("unread_count"),
                answer.getString("control"),
                instant(answer.getOffsetDateTime("last_message_at")),
                answer.getString("last_message_preview"),
                instant(answer.getOffsetDateTime("reply_window_ends_at")),
                null,
                instant(answer.getOffsetDateTime("first_response_at")),
                null,
                answer.getOffsetDateTime("conversation_created_at").toInstant());
    }

    static List<TenantEvent> ofStatuses(RowSet<Row> moved) {
        List<TenantEvent> events = new ArrayList<>(moved.size());
        for (Row answer : moved) {
            String status = answer.getString("message_status");
            String error = answer.getString("error");
            MessageStatusChanged changed = new MessageStatusChanged(
                    answer.getUUID("message_id"),
                    answer.getString("external_id"),
                    status,
                    error == null ? null : EventJson.read(error, Message.Failure.class),
                    answer.getOffsetDateTime("at").toInstant(),
                    new ConversationReference(
                            answer.getUUID("conversation_id"),
                            answer.getUUID("channel_id"),
                            answer.getString("channel_type"),
                            answer.getString("conversation_status"),
                            answer.getUUID("assignee_id"),
                            answer.getInteger("unread_count")));
            OutboxEvent event = OutboxEvent.of(
                            topicOf(status),
                            answer.getUUID("conversation_id"),
                            answer.getLong("conversation_sequence"),
                            changed)
                    .about(changed.messageId());
            events.add(new TenantEvent(answer.getUUID("tenant_id"), event));
        }
        return events;
    }

    private static String topicOf(String status) {
        return switch (status) {
            case "sent" -> MessagingTopics.MESSAGE_SENT;
            case "delivered" -> MessagingTopics.MESSAGE_DELIVERED;
            case "read" -> MessagingTopics.MESSAGE_READ;
            case "failed" -> MessagingTopics.MESSAGE_FAILED;
            default -> throw new IllegalStateException("No topic tells of the status " + status);
        };
    }

    /** In the order given, but those of one tenant together, as the outbox takes them. */
    static List<TenantEvent> groupedByTenant(List<TenantEvent> events) {
        Map<UUID, List<TenantEvent>> byTenant = new LinkedHashMap<>();
        events.forEach(event -> byTenant.computeIfAbsent(event.tenantId(), tenant -> new ArrayList<>())
                .add(event));
        return byTenant.values().stream().flatMap(List::stream).toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
