package dev.tertulia.messaging.sending;

import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The conversations that are written in: found, begun and locked, so that what is said in one is said in order. */
@ApplicationScoped
class ConversationRows {
    private static final String READ = "select " + OpenConversation.COLUMNS + OpenConversation.FROM;
    private static final String LOCK = READ + " for no key update of c";

    private static final String CHANNEL = """
            select k.type from channel k
            where k.tenant_id = current_setting('app.tenant_id')::uuid and k.id = $1 and k.deleted_at is null""";

    private static final String FIND_IDENTITY = """
            select i.id, i.contact_id from identity i
            where i.tenant_id = current_setting('app.tenant_id')::uuid and i.channel_type = $1 and i.scope = ''
                and i.value = $2""";

    // The contact's id is minted here, as when somebody writes first.
    private static final String ADD_IDENTITY = """
            insert into identity (channel_type, value, address, phone, contact_id) values ($1, $2, $3, $4, uuidv7())
            on conflict (tenant_id, channel_type, scope, value) do nothing""";

    private static final String FIND_OPEN = """
            select c.id from conversation c
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.channel_id = $1 and c.identity_id = $2
                and c.status <> 'resolved'""";

    private static final String OPEN = """
            insert into conversation (channel_id, identity_id, contact_id, assignee_id, sequence) values ($1, $2, $3, $4, 1)
            on conflict (tenant_id, channel_id, identity_id) where status <> 'resolved' do nothing
            returning id""";

    /** @param opened whether it was begun just now */
    record Found(OpenConversation conversation, boolean opened) {}

    /** Fails with {@link SendingProblem#CONVERSATION_NOT_FOUND}, also for one that the author is not shown. */
    Uni<OpenConversation> lock(SqlConnection connection, UUID id, Author author) {
        return locked(connection, id)
                .map(found -> found.filter(
                                conversation -> author.sees(conversation.view().assigneeId()))
                        .orElseThrow(() -> ProblemException.of(SendingProblem.CONVERSATION_NOT_FOUND)));
    }

    Uni<OpenConversation> read(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(id))
                .map(rows -> OpenConversation.of(rows.iterator().next()));
    }

    private static Uni<Optional<OpenConversation>> locked(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(OpenConversation.of(rows.iterator().next())));
    }

    /** The open conversation with this number, or a new one; locked. */
    Uni<Found> findOrOpen(SqlConnection connection, UUID channel, Addressee addressee, Author author) {
        return connection.preparedQuery(CHANNEL).execute(Tuple.of(channel)).flatMap(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().failure(ProblemException.of(SendingProblem.CHANNEL_NOT_FOUND));
            }
            String type = rows.iterator().next().getString("type");
            return identity(connection, type, addressee)
                    .flatMap(identity -> findOrOpen(connection, channel, identity, author));
        });
    }

    private static Uni<Row> identity(SqlConnection connection, String type, Addressee addressee) {
        Tuple key = Tuple.of(type, addressee.value());
        return connection
                .preparedQuery(FIND_IDENTITY)
                .execute(key)
                .flatMap(known -> known.size() > 0
                        ? Uni.createFrom().item(known)
                        : connection
                                .preparedQuery(ADD_IDENTITY)
                                .execute(Tuple.of(type, addressee.value(), addressee.address(), addressee.phone()))
                                .chain(() ->
                                        connection.preparedQuery(FIND_IDENTITY).execute(key)))
                .map((RowSet<Row> rows) -> rows.iterator().next());
    }

    private Uni<Found> findOrOpen(SqlConnection connection, UUID channel, Row identity, Author author) {
        Tuple key = Tuple.of(channel, identity.getUUID("id"));
        return connection
                .preparedQuery(OPEN)
                .execute(Tuple.of(
                        channel,
                        identity.getUUID("id"),
                        identity.getUUID("contact_id"),
                        author.assigneeOfWhatTheyBegin()))
                .flatMap(opened -> opened.size() > 0
                        ? found(connection, opened.iterator().next().getUUID("id"), true, author)
                        : connection
                                .preparedQuery(FIND_OPEN)
                                .execute(key)
                                .flatMap(open ->
                                        found(connection, open.iterator().next().getUUID("id"), false, author)));
    }

    private static Uni<Found> found(SqlConnection connection, UUID id, boolean opened, Author author) {
        return locked(connection, id).map(found -> {
            OpenConversation conversation = found.orElseThrow();
            if (!author.mayGoOn(conversation.view().assigneeId())) {
                throw ProblemException.of(
                        SendingProblem.CONVERSATION_TAKEN, "Ask a supervisor to assign the conversation to you.");
            }
            return new Found(conversation, opened);
        });
    }

    /**
     * Somebody to write to.
     *
     * @param value canonical, for matching
     * @param address in the provider's own form
     * @param phone E.164
     */
    record Addressee(String value, String address, String phone) {}
}
