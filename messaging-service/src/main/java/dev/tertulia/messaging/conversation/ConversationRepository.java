package dev.tertulia.messaging.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ConversationRepository {
    private static final String ONE = "select " + ConversationRows.COLUMNS + " from conversation c "
            + ConversationRows.JOINS
            + " where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1";
    private static final String LOCK = """
            select 1 from conversation c where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1
            for no key update""";
    // Locked, so that whoever is just being deactivated is so before or after, and not while it is given to them.
    private static final String MEMBER = """
            select 1 from member m where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1 and m.active
            for share""";
    // Locked, so that none of them goes while it is put on.
    private static final String KNOWN_LABELS = """
            select l.id from label l where l.tenant_id = current_setting('app.tenant_id')::uuid and l.id = any ($1)
            order by l.id for key share""";
    private static final String SET_LABELS = """
            with gone as (
                delete from conversation_label l where l.tenant_id = current_setting('app.tenant_id')::uuid
                    and l.conversation_id = $1 and l.label_id <> all ($2) returning 1
            ), come as (
                insert into conversation_label (conversation_id, label_id, added_by)
                select $1, t.id, $3 from unnest($2::uuid[]) t (id)
                on conflict do nothing returning 1
            )
            select exists (select 1 from gone) or exists (select 1 from come) as changed""";
    private static final String BUMP = """
            update conversation c set sequence = c.sequence + 1
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1""";
    private static final String COUNTS = """
            select c.status, count(*) as said, count(*) filter (where c.assignee_id is null) as nobodys,
                count(*) filter (where c.assignee_id = $1) as mine
            from conversation c
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.status in ('open', 'pending', 'snoozed')
                and (%s)%s
            group by c.status""";

    private static final String WITH_LABEL = """
            exists (select 1 from conversation_label l where l.tenant_id = c.tenant_id and l.conversation_id = c.id
                and l.label_id = $%d)""";

    Uni<List<Row>> page(SqlConnection connection, ConversationQuery query) {
        return connection.preparedQuery(query.sql()).execute(query.arguments()).map(rows -> {
            List<Row> found = new ArrayList<>(rows.size());
            rows.forEach(found::add);
            return found;
        });
    }

    Uni<Optional<Row>> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next()));
    }

    /** The conversation as it is once nobody else changes it. */
    Uni<Optional<Row>> lock(SqlConnection connection, UUID id) {
        return connection.preparedQuery(LOCK).execute(Tuple.of(id)).chain(() -> find(connection, id));
    }

    /** Whether conversations can be given to them; nobody can change that before this transaction ends. */
    Uni<Boolean> isMember(SqlConnection connection, UUID member) {
        return connection.preparedQuery(MEMBER).execute(Tuple.of(member)).map(rows -> rows.size() > 0);
    }

    Uni<Boolean> knowLabels(SqlConnection connection, Set<UUID> labels) {
        return connection
                .preparedQuery(KNOWN_LABELS)
                .execute(Tuple.tuple().addArrayOfUUID(labels.toArray(UUID[]::new)))
                .map(rows -> rows.size() == labels.size());
    }

    /** False where it has just these. */
    Uni<Boolean> setLabels(SqlConnection connection, UUID id, Set<UUID> labels, String by) {
        return connection
                .preparedQuery(SET_LABELS)
                .execute(Tuple.of(id, labels.toArray(UUID[]::new), by))
                .map(rows -> rows.iterator().next().getBoolean("changed"));
    }

    /** Something more happened in it, which its sequence counts. */
    Uni<Optional<Row>> bump(SqlConnection connection, UUID id) {
        return connection.preparedQuery(BUMP).execute(Tuple.of(id)).chain(() -> find(connection, id));
    }

    /** @param label only those that have it; null for all. @param channel only those on it; null for all */
    Uni<ConversationCounts> counts(
            SqlConnection connection, ConversationVisibility visibility, @Nullable UUID label, @Nullable UUID channel) {
        Tuple arguments = Tuple.of(visibility.memberId());
        List<String> seen =
                visibility.conditions(value -> "$" + arguments.addValue(value).size());
        String only = "";
        if (label != null) {
            only += " and " + WITH_LABEL.formatted(arguments.addValue(label).size());
        }
        if (channel != null) {
            only += " and c.channel_id = $" + arguments.addValue(channel).size();
        }
        return connection
                .preparedQuery(COUNTS.formatted(String.join(" or ", seen), only))
                .execute(arguments)
                .map(ConversationCounts::of);
    }
}
