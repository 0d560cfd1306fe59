package dev.tertulia.messaging.conversation;

import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a caller sees: all; or those assigned to them, and those that are nobody's, so that they can be
 * taken, unless the tenant has narrowed it to their own. The passport says which. The one place that makes a rule of it,
 * for lists, counts, search, single conversations with what hangs on them, realtime and exports.
 *
 * @param all whether everything is seen
 * @param unassigned whether what is nobody's is seen
 * @param memberId the member who asks; null for an API key, to which nothing is assigned
 */
public record ConversationVisibility(
        boolean all, boolean unassigned, @Nullable UUID memberId) {

    public static ConversationVisibility of(Caller caller) {
        return new ConversationVisibility(
                caller.may(Permission.CONVERSATIONS_READ_ALL),
                caller.may(Permission.CONVERSATIONS_READ_UNASSIGNED),
                caller.memberId());
    }

    public boolean sees(@Nullable UUID assigneeId) {
        return all || (assigneeId == null ? unassigned : assigneeId.equals(memberId));
    }

    /**
     * The same for rows {@code c} of conversation: conditions of which one must hold, never none. Each can be read from
     * an index by itself.
     *
     * @param argument takes a value and gives its place in the statement
     */
    List<String> conditions(Function<Object, String> argument) {
        if (all) {
            return List.of("true");
        }
        List<String> conditions = new ArrayList<>();
        if (unassigned) {
            conditions.add("c.assignee_id is null");
        }
        if (memberId != null) {
            conditions.add("c.assignee_id = " + argument.apply(memberId));
        }
        return conditions.isEmpty() ? List.of("false") : conditions;
    }
}
