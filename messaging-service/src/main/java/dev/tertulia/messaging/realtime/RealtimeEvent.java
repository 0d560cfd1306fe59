package dev.tertulia.messaging.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.messaging.conversation.ConversationVisibility;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.events.log.LoggedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published event as sockets get it, parsed and written once for all of them.
 *
 * @param audience whom it is for at all
 * @param assigneeId whose conversation it happened in, after it happened
 * @param formerAssigneeId whose it was before, where the event is that this changed
 */
record RealtimeEvent(
        UUID tenantId,
        long position,
        String text,
        Audience audience,
        @Nullable UUID assigneeId,
        boolean reassigned,
        @Nullable UUID formerAssigneeId) {

    /** Whom events are for. */
    enum Audience {
        /** Those who see the conversation in which it happened. */
        CONVERSATION,
        EVERYBODY,
        /** It is between services, such as what goes into the audit. */
        NOBODY
    }

    static RealtimeEvent of(LoggedEvent event) {
        JsonNode data = EventJson.tree(event.payload());
        // The payload is JSON already; so is a topic's name between quotes.
        String text = "{\"cursor\":\"" + event.position() + "\",\"type\":\"" + event.type() + "\",\"id\":\""
                + event.id() + "\",\"at\":\"" + event.time() + "\",\"data\":" + event.payload() + '}';
        return new RealtimeEvent(
                event.tenantId(),
                event.position(),
                text,
                audience(event.type(), data),
                id(data.path("conversation").path("assigneeId")),
                event.type().equals(MessagingTopics.CONVERSATION_ASSIGNED),
                id(data.path("previousAssigneeId")));
    }

    private static Audience audience(String topic, JsonNode data) {
        if (data.path("conversation").isObject()) {
            return Audience.CONVERSATION;
        }
        return MessagingTopics.ALL.contains(topic) ? Audience.EVERYBODY : Audience.NOBODY;
    }

    private static @Nullable UUID id(JsonNode node) {
        return node.isTextual() ? UUID.fromString(node.textValue()) : null;
    }

    /** Whoever sees the conversation; and whoever saw it until it was given away, so that it leaves their list. */
    boolean isFor(ConversationVisibility visibility) {
        return switch (audience) {
            case CONVERSATION -> visibility.sees(assigneeId) || reassigned && visibility.sees(formerAssigneeId);
            case EVERYBODY -> true;
            case NOBODY -> false;
        };
    }
}
