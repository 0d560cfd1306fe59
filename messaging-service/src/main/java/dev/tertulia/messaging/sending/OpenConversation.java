package dev.tertulia.messaging.sending;

import dev.tertulia.contracts.messaging.ContactReference;
import dev.tertulia.contracts.messaging.Conversation;
import dev.tertulia.contracts.messaging.ConversationReference;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its locked row has it, with what decides whether something can be said in it.
 *
 * @param otherOpenId the one that the contact has open on the same channel, where this one is resolved
 */
record OpenConversation(
        Conversation view,
        long sequence,
        String channelStatus,
        boolean channelRemoved,
        boolean blocked,
        @Nullable UUID otherOpenId) {
    static final String COLUMNS = """
            c.id, c.channel_id, c.contact_id, c.status, c.close_reason, c.priority, c.assignee_id, c.control,
            c.unread_count, c.sequence, c.last_message_at, c.last_message_preview, c.reply_window_ends_at,
            c.snoozed_until, c.first_response_at, c.resolved_at, c.created_at,
            k.type as channel_type, k.status as channel_status, k.deleted_at is not null as channel_removed,
            i.scope, i.value, i.address, i.phone, i.user_id, coalesce(t.name, i.name) as contact_name,
            coalesce(t.blocked, false) as blocked,
            array(select l.label_id from conversation_label l
                where l.tenant_id = c.tenant_id and l.conversation_id = c.id order by l.label_id) as labels,
            case when c.status = 'resolved' then (select o.id from conversation o where o.tenant_id = c.tenant_id
                and o.channel_id = c.channel_id and o.identity_id = c.identity_id and o.status <> 'resolved') end
                as other_open_id""";
    static final String FROM = """
             from conversation c
            join channel k on k.tenant_id = c.tenant_id and k.id = c.channel_id
            join identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id
            left join contact t on t.tenant_id = c.tenant_id and t.id = c.contact_id
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1""";

    static OpenConversation of(Row row) {
        String channelType = row.getString("channel_type");
        ContactReference contact = new ContactReference(
                row.getUUID("contact_id"),
                row.getString("contact_name"),
                new ContactReference.Identity(
                        channelType,
                        row.getString("scope"),
                        row.getString("value"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("user_id")));
        Conversation view = new Conversation(
                row.getUUID("id"),
                row.getUUID("channel_id"),
                channelType,
                contact,
                row.getString("status"),
                row.getString("close_reason"),
                row.getString("priority"),
                row.getUUID("assignee_id"),
                labels(row),
                row.getInteger("unread_count"),
                row.getString("control"),
                instant(row.getOffsetDateTime("last_message_at")),
                row.getString("last_message_preview"),
                instant(row.getOffsetDateTime("reply_window_ends_at")),
                instant(row.getOffsetDateTime("snoozed_until")),
                instant(row.getOffsetDateTime("first_response_at")),
                instant(row.getOffsetDateTime("resolved_at")),
                row.getOffsetDateTime("created_at").toInstant());
        return new OpenConversation(
                view,
                row.getLong("sequence"),
                row.getString("channel_status"),
                row.getBoolean("channel_removed"),
                row.getBoolean("blocked"),
                row.getUUID("other_open_id"));
    }

    private static List<UUID> labels(Row row) {
        return Arrays.asList(row.getArrayOfUUIDs("labels"));
    }

    boolean resolved() {
        return view.status().equals("resolved");
    }

    boolean replyWindowIsOpen(Instant now) {
        Instant end = view.replyWindowEndsAt();
        return end != null && end.isAfter(now);
    }

    ConversationReference reference() {
        return new ConversationReference(
                view.id(), view.channelId(), view.channelType(), view.status(), view.assigneeId(), view.unreadCount());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
