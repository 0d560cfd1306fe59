package dev.tertulia.messaging.conversation;

import dev.tertulia.contracts.messaging.ContactReference;
import dev.tertulia.contracts.messaging.Conversation;
import dev.tertulia.contracts.messaging.ConversationReference;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations as everybody sees them, from statements that select {@link #COLUMNS} and join {@link #JOINS}. */
final class ConversationRows {
    static final String COLUMNS = """
            c.id, c.channel_id, h.type as channel_type, c.contact_id, coalesce(k.name, i.name) as contact_name,
            i.scope, i.value, i.address, i.phone, i.user_id, c.status, c.close_reason, c.priority, c.assignee_id,
            c.unread_count, c.control, c.last_message_at, c.last_message_preview, c.reply_window_ends_at, c.snoozed_until,
            c.first_response_at, c.resolved_at, c.created_at, c.version, c.sequence,
            array(select l.label_id from conversation_label l
                where l.tenant_id = c.tenant_id and l.conversation_id = c.id order by l.added_at, l.label_id) as labels""";
    static final String JOINS = """
            join identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id
            join channel h on h.tenant_id = c.tenant_id and h.id = c.channel_id
            left join contact k on k.tenant_id = c.tenant_id and k.id = c.contact_id""";

    private ConversationRows() {}

    static Conversation conversation(Row row) {
        ContactReference contact = new ContactReference(
                row.getUUID("contact_id"),
                row.getString("contact_name"),
                new ContactReference.Identity(
                        row.getString("channel_type"),
                        row.getString("scope"),
                        row.getString("value"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("user_id")));
        return new Conversation(
                row.getUUID("id"),
                row.getUUID("channel_id"),
                row.getString("channel_type"),
                contact,
                row.getString("status"),
                row.getString("close_reason"),
                row.getString("priority"),
                row.getUUID("assignee_id"),
                List.of((UUID[]) row.getArrayOfUUIDs("labels")),
                row.getInteger("unread_count"),
                row.getString("control"),
                instant(row.getOffsetDateTime("last_message_at")),
                row.getString("last_message_preview"),
                instant(row.getOffsetDateTime("reply_window_ends_at")),
                instant(row.getOffsetDateTime("snoozed_until")),
                instant(row.getOffsetDateTime("first_response_at")),
                instant(row.getOffsetDateTime("resolved_at")),
                row.getOffsetDateTime("created_at").toInstant());
    }

    static ConversationReference reference(Conversation conversation) {
        return new ConversationReference(
                conversation.id(),
                conversation.channelId(),
                conversation.channelType(),
                conversation.status(),
                conversation.assigneeId(),
                conversation.unreadCount());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
