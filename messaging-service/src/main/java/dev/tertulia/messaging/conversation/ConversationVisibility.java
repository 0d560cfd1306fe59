package dev.tertulia.messaging.conversation;

import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Permission;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a caller sees: all, or those assigned to them and those that are nobody's, so that they can be
 * taken. The one place that says so, for lists, counts, search, single conversations and realtime.
 *
 * @param all whether everything is seen
 * @param memberId the member who asks; null for an API key
 */
public record ConversationVisibility(boolean all, @Nullable UUID memberId) {

    public static ConversationVisibility of(Caller caller) {
        return new ConversationVisibility(caller.may(Permission.CONVERSATIONS_READ_ALL), caller.memberId());
    }

    public boolean sees(@Nullable UUID assigneeId) {
        return all || assigneeId == null || Objects.equals(assigneeId, memberId);
    }
}
