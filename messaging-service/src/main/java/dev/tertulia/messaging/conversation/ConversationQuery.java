package dev.tertulia.messaging.conversation;

import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import io.vertx.mutiny.sqlclient.Tuple;
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
    /** Conversations in which a message, the contact or their identity has all the words; each from its own index. */
    private static final String HITS = """
            wanted as materialized (select words_wanted(%s) as words),
            hit as materialized (
                select m.conversation_id as id from message m
                where m.tenant_id = current_setting('app.tenant_id')::uuid and m.search @@ (select w.words from wanted w)
                union
                select c.id from identity i
                join conversation c on c.tenant_id = i.tenant_id and c.identity_id = i.id
                where i.tenant_id = current_setting('app.tenant_id')::uuid and i.search @@ (select w.words from wanted w)
                union
                select c.id from contact k
                join conversation c on c.tenant_id = k.tenant_id and c.contact_id = k.id
                where k.tenant_id = current_setting('app.tenant_id')::uuid and k.search @@ (select w.words from wanted w)
            )""";

    private static final Set<ConversationStatus> NOT_RESOLVED =
            EnumSet.complementOf(EnumSet.of(ConversationStatus.RESOLVED));

    private final Tuple arguments = Tuple.tuple();
    private final Set<ConversationStatus> statuses;
    private final List<String> assignees = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final ConversationOrder order;
    private final PageRequest page;
    private @Nullable String words;

    private ConversationQuery(Set<ConversationStatus> statuses, ConversationOrder order, PageRequest page) {
        this.statuses = statuses;
        this.order = order;
        this.page = page;
    }

    /**
     * @param words that are looked for; null or blank for none
     * @param status names separated by commas; null for all but the resolved ones, and for all where words are looked for
     * @param assignee {@code me}, {@code none} or a member's id; null for all that the caller sees
     */
    static ConversationQuery of(
            ConversationVisibility visibility,
            @Nullable String words,
            @Nullable String status,
            @Nullable String assignee,
            @Nullable UUID label,
            @Nullable UUID channel,
            @Nullable UUID contact,
            ConversationOrder order,
            PageRequest page) {
        boolean searching = words != null && !words.isBlank();
        ConversationQuery query = new ConversationQuery(statuses(status, searching), order, page);
        query.assignees(visibility, assignee);
        if (words != null && searching) {
            query.words = query.argument(words);
        }
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
        Optional<Cursor> after = page.after(order.sort());
        after.ifPresent(cursor -> query.conditions.add("(c.last_message_at, c.id) " + order.beyond() + " ("
                + query.argument(cursor.instant(0).atOffset(ZoneOffset.UTC)) + ", " + query.argument(cursor.uuid(1))
                + ")"));
        return query;
    }

    private static Set<ConversationStatus> statuses(@Nullable String status, boolean searching) {
        if (status == null || status.isBlank()) {
            return searching ? EnumSet.allOf(ConversationStatus.class) : NOT_RESOLVED;
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
        String found = words == null ? bySteps() : byWords(words);
        return "with " + found + " select " + ConversationRows.COLUMNS
                + " from found f join conversation c on c.tenant_id = f.tenant_id and c.id = f.id "
                + ConversationRows.JOINS + " order by f.last_message_at " + order.direction() + ", f.id "
                + order.direction();
    }

    private String bySteps() {
        List<String> branches = new ArrayList<>();
        for (ConversationStatus status : statuses) {
            for (String assignee : assignees) {
                branches.add("(select c.tenant_id, c.id, c.last_message_at from conversation c"
                        + " where c.tenant_id = current_setting('app.tenant_id')::uuid"
                        + " and c.status = '" + status.wireName() + "' and " + assignee + filters() + inOrder("c")
                        + ")");
            }
        }
        return "found as materialized (select f.* from (" + String.join(" union all ", branches) + ") f" + inOrder("f")
                + ")";
    }

    /** What is found is read whole and then sorted: it is what the words leave, and not what the inbox has. */
    private String byWords(String argument) {
        String names = String.join(
                ", ",
                statuses.stream().map(status -> "'" + status.wireName() + "'").toList());
        return HITS.formatted(argument)
                + ", found as materialized (select c.tenant_id, c.id, c.last_message_at from hit"
                + " join conversation c on c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = hit.id"
                + " where c.status in (" + names + ") and (" + String.join(" or ", assignees) + ")" + filters()
                + inOrder("c") + ")";
    }

    private String filters() {
        return conditions.stream().map(condition -> " and " + condition).reduce("", String::concat);
    }

    private String inOrder(String rows) {
        return " order by " + rows + ".last_message_at " + order.direction() + ", " + rows + ".id " + order.direction()
                + " limit " + page.fetchSize();
    }
}
