package dev.tertulia.contact.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who may decide at the same time whose an identity is. Whoever only adds shares the tenant and locks what it adds;
 * whoever moves or removes has the tenant's contacts for itself. Locks are taken in this order and never against it:
 * tenant, new identities and ids (sorted), rows (by id). They end with the transaction.
 */
public final class ContactLocks {
    private static final String SHARE_TENANT =
            "select pg_advisory_xact_lock_shared(hashtextextended('contacts ' || current_setting('app.tenant_id'), 0))";
    private static final String OWN_TENANT =
            "select pg_advisory_xact_lock(hashtextextended('contacts ' || current_setting('app.tenant_id'), 0))";
    private static final String LOCK_NAMES = """
            select pg_advisory_xact_lock(sorted.key) from (
              select distinct hashtextextended(current_setting('app.tenant_id') || ' ' || name, 1) as key
              from unnest($1::text[]) name order by 1
            ) sorted""";

    private ContactLocks() {}

    /** While it is held no identity moves or disappears, and no contact is merged or erased. */
    public static Uni<Void> shareTenant(SqlConnection connection) {
        return connection.query(SHARE_TENANT).execute().replaceWithVoid();
    }

    /** Waits for all others that decide about the tenant's contacts, and keeps them out. */
    public static Uni<Void> ownTenant(SqlConnection connection) {
        return connection.query(OWN_TENANT).execute().replaceWithVoid();
    }

    /** While they are held nobody else creates one of these identities, or a contact with one of these ids. */
    public static Uni<Void> lockNew(
            SqlConnection connection, Collection<IdentityKey> identities, Collection<UUID> contactIds) {
        String[] names = Stream.concat(
                        identities.stream().map(key -> key.kind() + " " + key.scope() + " " + key.value()),
                        contactIds.stream().map(UUID::toString))
                .toArray(String[]::new);
        return names.length == 0
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(LOCK_NAMES).execute(Tuple.of(names)).replaceWithVoid();
    }
}
