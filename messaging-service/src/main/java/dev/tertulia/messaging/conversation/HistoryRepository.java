package dev.tertulia.messaging.conversation;

import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.messaging.message.MessageReader;
import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said in a conversation, part by part. */
@ApplicationScoped
class HistoryRepository {
    private static final String SAID = "select " + MessageReader.COLUMNS + " from message m"
            + " where m.tenant_id = current_setting('app.tenant_id')::uuid and m.conversation_id = $1";
    private static final String PLACE = """
            select m.occurred_at, m.sequence from message m
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.conversation_id = $1 and m.id = $2""";
    private static final String NEWEST_FIRST = " order by m.occurred_at desc, m.sequence desc limit ";
    private static final String OLDEST_FIRST = " order by m.occurred_at, m.sequence limit ";

    private final MessageReader messages;

    HistoryRepository(MessageReader messages) {
        this.messages = messages;
    }

    /** Fails with {@link ConversationProblem#MESSAGE_NOT_FOUND} where the one in the middle is not there. */
    Uni<History> read(SqlConnection connection, UUID conversation, HistoryPart part) {
        UUID middle = part.around();
        if (middle != null) {
            return connection
                    .preparedQuery(PLACE)
                    .execute(Tuple.of(conversation, middle))
                    .map(HistoryRepository::place)
                    .flatMap(place -> around(connection, conversation, place, part.limit()));
        }
        Cursor before = part.before();
        if (before != null) {
            return newer(connection, conversation, Place.of(before), part.limit())
                    .map(HistoryRepository::newer);
        }
        Cursor after = part.after();
        return older(connection, conversation, after == null ? null : Place.of(after), "<", part.words(), part.limit())
                .map(HistoryRepository::older);
    }

    private Uni<History> around(SqlConnection connection, UUID conversation, Place place, int limit) {
        int later = limit / 2;
        return older(connection, conversation, place, "<=", null, limit - later)
                .flatMap(older -> newer(connection, conversation, place, later).map(newer -> {
                    List<Message> items = new ArrayList<>(newer.items());
                    items.addAll(older.items());
                    return new History(
                            items,
                            older.more() ? older.cursorOfTheLast() : null,
                            newer.more() ? newer.cursorOfTheFirst(place) : null);
                }));
    }

    private static History older(Some some) {
        return new History(some.items(), some.more() ? some.cursorOfTheLast() : null, null);
    }

    private static History newer(Some some) {
        return new History(
                some.items(),
                some.items().isEmpty() ? null : some.cursorOfTheLast(),
                some.more() ? some.places().getFirst().cursor() : null);
    }

    private Uni<Some> older(
            SqlConnection connection,
            UUID conversation,
            @Nullable Place from,
            String comparison,
            @Nullable String words,
            int limit) {
        Tuple arguments = Tuple.of(conversation);
        String where = "";
        if (from != null) {
            where += " and (m.occurred_at, m.sequence) " + comparison + " ($2, $3)";
            from.addTo(arguments);
        }
        if (words != null) {
            where += " and m.search @@ words_wanted($" + (arguments.size() + 1) + ")";
            arguments.addValue(words);
        }
        return read(connection, SAID + where + NEWEST_FIRST + (limit + 1), arguments, limit, false);
    }

    private Uni<Some> newer(SqlConnection connection, UUID conversation, Place from, int limit) {
        Tuple arguments = Tuple.of(conversation);
        from.addTo(arguments);
        return read(
                connection,
                SAID + " and (m.occurred_at, m.sequence) > ($2, $3)" + OLDEST_FIRST + (limit + 1),
                arguments,
                limit,
                true);
    }

    private Uni<Some> read(SqlConnection connection, String sql, Tuple arguments, int limit, boolean turned) {
        return connection
                .preparedQuery(sql)
                .execute(arguments)
                .flatMap(rows -> messages.read(connection, rows).map(read -> {
                    List<Message> items = new ArrayList<>(read.subList(0, Math.min(limit, read.size())));
                    List<Place> places = new ArrayList<>(places(rows).subList(0, items.size()));
                    if (turned) {
                        return new Some(items.reversed(), places.reversed(), read.size() > limit);
                    }
                    return new Some(items, places, read.size() > limit);
                }));
    }

    private static List<Place> places(RowSet<Row> rows) {
        List<Place> places = new ArrayList<>(rows.size());
        rows.forEach(row -> places.add(Place.of(row)));
        return places;
    }

    private static Place place(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw ProblemException.of(ConversationProblem.MESSAGE_NOT_FOUND);
        }
        return Place.of(rows.iterator().next());
    }

    /** @param more whether there is more beyond the far end */
    private record Some(List<Message> items, List<Place> places, boolean more) {
        String cursorOfTheLast() {
            return places.getLast().cursor();
        }

        String cursorOfTheFirst(Place otherwise) {
            return (places.isEmpty() ? otherwise : places.getFirst()).cursor();
        }
    }

    /** Where something stands in the order that people see. */
    private record Place(Instant occurredAt, long sequence) {
        static Place of(Row row) {
            return new Place(row.getOffsetDateTime("occurred_at").toInstant(), row.getLong("sequence"));
        }

        static Place of(Cursor cursor) {
            return new Place(cursor.instant(0), cursor.number(1));
        }

        void addTo(Tuple arguments) {
            arguments.addValue(occurredAt.atOffset(ZoneOffset.UTC)).addValue(sequence);
        }

        String cursor() {
            return HistoryPart.NEWEST_FIRST.cursor(occurredAt, sequence);
        }
    }
}
