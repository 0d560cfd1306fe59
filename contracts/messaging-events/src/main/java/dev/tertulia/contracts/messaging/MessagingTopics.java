package dev.tertulia.contracts.messaging;

import java.util.List;

/** The topics messaging-service publishes. The key of each is the conversation's id, of channel events the channel's. */
public final class MessagingTopics {
    public static final String CHANNEL_CONNECTED = "channel.connected";
    public static final String CHANNEL_FAILED = "channel.failed";
    public static final String CONVERSATION_OPENED = "conversation.opened";
    public static final String CONVERSATION_ASSIGNED = "conversation.assigned";
    public static final String CONVERSATION_RESOLVED = "conversation.resolved";
    public static final String CONVERSATION_REOPENED = "conversation.reopened";
    public static final String CONVERSATION_LABELLED = "conversation.labelled";
    /** What no other topic says: snoozed, priority, unread count, the contact's name. */
    public static final String CONVERSATION_UPDATED = "conversation.updated";

    public static final String NOTE_ADDED = "note.added";
    public static final String NOTE_CHANGED = "note.changed";
    public static final String MESSAGE_RECEIVED = "message.received";
    /** An outbound message was accepted and waits for its turn. */
    public static final String MESSAGE_QUEUED = "message.queued";

    public static final String MESSAGE_SENT = "message.sent";
    public static final String MESSAGE_DELIVERED = "message.delivered";
    public static final String MESSAGE_READ = "message.read";
    public static final String MESSAGE_FAILED = "message.failed";
    /** Whether the provider took the message cannot be told; it is never sent again by itself. */
    public static final String MESSAGE_UNKNOWN = "message.unknown";

    public static final String MESSAGE_REACTED = "message.reacted";
    public static final String MESSAGE_EDITED = "message.edited";
    public static final String MESSAGE_DELETED = "message.deleted";

    /** A file of a message was stored, or will not come: the message as it now is. */
    public static final String MESSAGE_ATTACHMENT_CHANGED = "message.attachment-changed";

    public static final List<String> ALL = List.of(
            CHANNEL_CONNECTED,
            CHANNEL_FAILED,
            CONVERSATION_OPENED,
            CONVERSATION_ASSIGNED,
            CONVERSATION_RESOLVED,
            CONVERSATION_REOPENED,
            CONVERSATION_LABELLED,
            CONVERSATION_UPDATED,
            NOTE_ADDED,
            NOTE_CHANGED,
            MESSAGE_RECEIVED,
            MESSAGE_QUEUED,
            MESSAGE_SENT,
            MESSAGE_DELIVERED,
            MESSAGE_READ,
            MESSAGE_FAILED,
            MESSAGE_UNKNOWN,
            MESSAGE_REACTED,
            MESSAGE_EDITED,
            MESSAGE_DELETED,
            MESSAGE_ATTACHMENT_CHANGED);

    private MessagingTopics() {}
}
