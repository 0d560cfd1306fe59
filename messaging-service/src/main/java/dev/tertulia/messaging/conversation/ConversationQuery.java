package dev.tertulia.messaging.conversation;

import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.Sort;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of the inbox as a statement. Each status, and each assignee where a caller sees only some, is a branch of its own
 * that reads the first rows of an index in order, so a page costs the same however many conversations there are.
 */
final class ConversationQuery {
    static final Sort LATEST_FIRST = Sort.by("conversations", Instant.class, UUID.class);
    private static final Set<ConversationStatus> NOT_RESOLVED =
            EnumSet.complementOf(EnumSet.of(ConversationStatus.RESOLVED));

    private final Tuple arguments = Tuple.tuple();
    private final Set<ConversationStatus> statuses;
    private final List<String> assignees = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final PageRequest page;

    private ConversationQuery(Set<ConversationStatus> statuses, PageRequest page) {
        this.statuses = statuses;
        this.page = page;
    }

    /**
     * @param status names separated by commas; null for all but the resolved ones
     * @param assignee {@code me}, {@code none} or a member's id; null for all that the caller sees
     */
    static ConversationQuery of(
            ConversationVisibility visibility,
            @Nullable String status,
            @Nullable String assignee,
            @Nullable UUID label,
            @Nullable UUID channel,
            @Nullable UUID contact,
            PageRequest page) {
        ConversationQuery query = new ConversationQuery(statuses(status), page);
        query.assignees(visibility, assignee);
        if (label != null) {
            query.conditions.add("exists (select 1 from conversation_label l where l.tenant_id = c.tenant_id"
                    + " and l.conversation_id = c.id and l.label_id = " + query.argument(label) + ")");
        }
        if (channel != null) {
            query.conditions.add("c.channel_id = " + query.argument(channel));
        }
        if (contact != null) {
            query.conditions.add("c.contact_id = " + query.argument(contact));
        }
        Optional<Cursor> after = page.after(LATEST_FIRST);
        after.ifPresent(cursor -> query.conditions.add("(c.last_message_at, c.id) < ("
                + query.argument(cursor.instant(0).atOffset(ZoneOffset.UTC)) + ", " + query.argument(cursor.uuid(1))
                + ")"));
        return query;
    }

    private static Set<ConversationStatus> statuses(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return NOT_RESOLVED;
        }
        Set<ConversationStatus> statuses = EnumSet.noneOf(ConversationStatus.class);
        for (String name : status.split(",", -1)) {
            statuses.add(ConversationStatus.ofWireName(name.strip())
                    .orElseThrow(
                            () -> ProblemException.invalid("status", "must be open, pending, snoozed or resolved")));
        }
        return statuses;
    }

    /** The conditions of which one must hold. */
    private void assignees(ConversationVisibility visibility, @Nullable String assignee) {
        if (assignee == null) {
            assignees.addAll(visibility.conditions(this::argument));
        } else if (assignee.equals("none")) {
            assignees.add(visibility.sees(null) ? "c.assignee_id is null" : "false");
        } else {
            UUID wanted = assignee.equals("me") ? visibility.memberId() : id(assignee);
            // What one may not see is not there; an API key is nobody's colleague.
            assignees.add(wanted != null && visibility.sees(wanted) ? "c.assignee_id = " + argument(wanted) : "false");
        }
    }

    private static UUID id(String assignee) {
        try {
            return UUID.fromString(assignee);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("assignee", "must be me, none or the id of a member");
        }
    }

    private String argument(Object value) {
        arguments.addValue(value);
        return "$" + arguments.size();
    }

    Tuple arguments() {
        return arguments;
    }

    String sql() {
        List<String> branches = new ArrayList<>();
        for (ConversationStatus status : statuses) {
            for (String assignee : assignees) {
                branches.add("(select c.tenant_id, c.id, c.last_message_at from conversation c"
                        + " where c.tenant_id = current_setting('app.tenant_id')::uuid"
                        + " and c.status = '" + status.wireName() + "' and " + assignee
                        + conditions.stream()
                                .map(condition -> " and " + condition)
                                .reduce("", String::concat)
                        + " order by c.last_message_at desc, c.id desc limit " + page.fetchSize() + ")");
            }
        }
        return "with found as materialized (select f.* from (" + String.join(" union all ", branches)
                + ") f order by f.last_message_at desc, f.id desc limit " + page.fetchSize() + ") select "
                + ConversationRows.COLUMNS
                + " from found f join conversation c on c.tenant_id = f.tenant_id and c.id = f.id "
                + ConversationRows.JOINS + " order by f.last_message_at desc, f.id desc";
    }
}
