package dev.tertulia.contact.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The identities of a tenant's contacts. Each call works in the transaction of its connection. */
@ApplicationScoped
public class IdentityRepository {
    private static final String COLUMNS = "i.id, i.contact_id, i.kind, i.scope, i.value, i.address, i.created_at";
    private static final String BY_KEY = "select " + COLUMNS
            + " from unnest($1::text[], $2::text[], $3::text[]) as k (kind, scope, value)"
            + " join contact_identity i on (i.kind, i.scope, i.value) = (k.kind, k.scope, k.value)";
    private static final String BY_CONTACT =
            "select " + COLUMNS + " from contact_identity i where i.contact_id = any($1) order by i.created_at, i.id";
    private static final String INSERT = """
            insert into contact_identity (contact_id, kind, scope, value, address)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])""";
    private static final String DELETE = "delete from contact_identity where id = $1 and contact_id = $2";
    private static final String DELETE_OF_CONTACTS = "delete from contact_identity where contact_id = any($1)";
    private static final String MOVE =
            "update contact_identity set contact_id = $2 where contact_id = $1 returning id, kind, scope, value, address";
    private static final String MOVE_BACK =
            "update contact_identity set contact_id = $2 where contact_id = $1 and id = any($3)";

    /** Those that exist; the others are absent. */
    public Uni<List<OwnedIdentity>> find(SqlConnection connection, Collection<IdentityKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfString(column(keys, IdentityKey::kind))
                .addArrayOfString(column(keys, IdentityKey::scope))
                .addArrayOfString(column(keys, IdentityKey::value));
        return connection.preparedQuery(BY_KEY).execute(columns).map(IdentityRepository::owned);
    }

    /** Oldest first. */
    public Uni<List<OwnedIdentity>> ofContacts(SqlConnection connection, UUID... contactIds) {
        return connection
                .preparedQuery(BY_CONTACT)
                .execute(Tuple.of(contactIds))
                .map(IdentityRepository::owned);
    }

    /** The caller holds the locks on the new identities and has seen that nobody has them. */
    public Uni<Void> add(SqlConnection connection, List<NewIdentity> identities) {
        if (identities.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(identities.stream().map(NewIdentity::contactId).toArray(UUID[]::new))
                .addArrayOfString(column(identities, one -> one.identity().kind()))
                .addArrayOfString(column(identities, one -> one.identity().scope()))
                .addArrayOfString(column(identities, one -> one.identity().value()))
                .addArrayOfString(column(identities, one -> one.identity().address()));
        return connection.preparedQuery(INSERT).execute(columns).replaceWithVoid();
    }

    /** Whether the contact had it. */
    public Uni<Boolean> remove(SqlConnection connection, UUID contactId, UUID identityId) {
        return connection
                .preparedQuery(DELETE)
                .execute(Tuple.of(identityId, contactId))
                .map(deleted -> deleted.rowCount() == 1);
    }

    public Uni<Void> removeAll(SqlConnection connection, Collection<UUID> contactIds) {
        return connection
                .preparedQuery(DELETE_OF_CONTACTS)
                .execute(Tuple.of(contactIds.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Gives all identities of one contact to another, and says which they are. */
    public Uni<List<MovedIdentity>> move(SqlConnection connection, UUID from, UUID to) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(from, to))
                .map(rows -> list(
                        rows,
                        row -> new MovedIdentity(
                                row.getUUID("id"),
                                new Identity(
                                        row.getString("kind"),
                                        row.getString("scope"),
                                        row.getString("value"),
                                        row.getString("address")))));
    }

    /** Gives back those of the identities that the contact still has. */
    public Uni<Void> moveBack(SqlConnection connection, UUID from, UUID to, List<UUID> identityIds) {
        return connection
                .preparedQuery(MOVE_BACK)
                .execute(Tuple.of(from, to, identityIds.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** An identity that a contact is to have. */
    public record NewIdentity(UUID contactId, Identity identity) {}

    /** An identity that went from one contact to another. */
    public record MovedIdentity(UUID id, Identity identity) {}

    private static List<OwnedIdentity> owned(RowSet<Row> rows) {
        return list(
                rows,
                row -> new OwnedIdentity(
                        row.getUUID("id"),
                        row.getUUID("contact_id"),
                        new Identity(
                                row.getString("kind"),
                                row.getString("scope"),
                                row.getString("value"),
                                row.getString("address")),
                        row.get(OffsetDateTime.class, "created_at").toInstant()));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapping) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapping).toList();
    }

    private static <T> String[] column(Collection<T> items, Function<T, String> value) {
        return items.stream().map(value).toArray(String[]::new);
    }
}
