package dev.tertulia.messaging.contact;

import dev.tertulia.contracts.contact.IdentityDetails;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Identities are locked before conversations, in the order of their ids, as ingest does it. */
@ApplicationScoped
class ContactRepository {
    private static final String KEEP = """
            insert into contact (id, name, blocked, sequence) values ($1, $2, $3, $4)
            on conflict (tenant_id, id) do update set name = excluded.name, blocked = excluded.blocked,
                sequence = excluded.sequence
            where contact.sequence < excluded.sequence and contact.erased_at is null
            returning old.name as before""";
    // The sequence says that nothing was told of the duplicate itself, not even without one.
    private static final String MERGE = """
            insert into contact (id, sequence, merged_into, merge_survivor_id, merge_sequence, merged_at)
            values ($1, -1, $2, $3, $4, $5)
            on conflict (tenant_id, id) do update set merged_into = excluded.merged_into,
                merge_survivor_id = excluded.merge_survivor_id, merge_sequence = excluded.merge_sequence,
                merged_at = excluded.merged_at
            where contact.erased_at is null and case
                when contact.merge_survivor_id is null then true
                when contact.merge_survivor_id = excluded.merge_survivor_id
                    then contact.merge_sequence < excluded.merge_sequence
                else contact.merged_at <= excluded.merged_at end""";
    // A circle cannot be; should one be told of, this ends nevertheless.
    private static final String SURVIVOR = """
            with recursive chain (id, step) as (
                select $1::uuid, 0
                union all
                select k.merged_into, chain.step + 1 from chain
                join contact k on k.tenant_id = current_setting('app.tenant_id')::uuid and k.id = chain.id
                where k.merged_into is not null and chain.step < 50
            ) select id from chain order by step desc limit 1""";
    private static final String LOCK = """
            select i.id from identity i where i.tenant_id = current_setting('app.tenant_id')::uuid
                and i.contact_id = any ($1) order by i.id for no key update""";
    private static final String MOVE = """
            update identity i set contact_id = $2
            where i.tenant_id = current_setting('app.tenant_id')::uuid and i.contact_id = $1""";
    private static final String THESE = """
            and exists (select 1 from unnest($3::text[], $4::text[], $5::text[]) t (kind, scope, value)
                where t.kind = i.channel_type and t.scope = i.scope and t.value = i.value)""";
    private static final String MOVED = " returning i.id";
    private static final String ERASE = """
            insert into contact (id, sequence, erased_at) select unnest($1::uuid[]), $2, now()
            on conflict (tenant_id, id) do update set name = null, blocked = false, erased_at = now(),
                sequence = greatest(contact.sequence, excluded.sequence)""";
    // The value is what messages are matched by: one that comes later begins with nothing known.
    private static final String FORGET = """
            update identity i set name = null, phone = null, user_id = null, address = '', value = 'erased:' || i.id
            where i.tenant_id = current_setting('app.tenant_id')::uuid and i.contact_id = any ($1) returning i.id""";
    private static final String FORGET_SENDERS = """
            update message m set sender_name = null
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.sender_type = 'contact'
                and m.sender_name is not null and m.conversation_id in (select c.id from conversation c
                    where c.tenant_id = current_setting('app.tenant_id')::uuid and c.identity_id = any ($1))""";

    /** @param before the name until now; null where there was none */
    record Kept(@Nullable String before) {}

    /** Empty where a later event came before this one, or the contact is erased. */
    Uni<Optional<Kept>> keep(SqlConnection connection, UUID id, @Nullable String name, boolean blocked, long sequence) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(id, name, blocked, sequence))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Kept(rows.iterator().next().getString("before"))));
    }

    /**
     * False where a later merge or division came before this one.
     *
     * @param into null: the duplicate is a contact of its own again
     * @param survivor whose sequence it is
     */
    Uni<Boolean> merge(
            SqlConnection connection, UUID duplicate, @Nullable UUID into, UUID survivor, long sequence, Instant at) {
        return connection
                .preparedQuery(MERGE)
                .execute(Tuple.of(duplicate, into, survivor, sequence, at.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() > 0);
    }

    /** The contact itself, or what it was merged into in the end. */
    Uni<UUID> survivor(SqlConnection connection, UUID contact) {
        return connection
                .preparedQuery(SURVIVOR)
                .execute(Tuple.of(contact))
                .map(rows -> rows.iterator().next().getUUID("id"));
    }

    /** Answers with the identities that moved. */
    Uni<UUID[]> moveIdentities(SqlConnection connection, UUID from, UUID to) {
        return lock(connection, from)
                .chain(() -> connection.preparedQuery(MOVE + MOVED).execute(Tuple.of(from, to)))
                .map(ContactRepository::ids);
    }

    /** As {@link #moveIdentities(SqlConnection, UUID, UUID)}, those of them that are among these. */
    Uni<UUID[]> moveIdentities(SqlConnection connection, UUID from, UUID to, List<IdentityDetails> identities) {
        Tuple arguments = Tuple.of(
                from,
                to,
                column(identities, IdentityDetails::kind),
                column(identities, IdentityDetails::scope),
                column(identities, IdentityDetails::value));
        return lock(connection, from)
                .chain(() ->
                        connection.preparedQuery(MOVE + " " + THESE + MOVED).execute(arguments))
                .map(ContactRepository::ids);
    }

    /** Answers with the identities that are nobody's any longer. */
    Uni<UUID[]> erase(SqlConnection connection, List<UUID> contacts, long sequence) {
        UUID[] ids = contacts.stream().distinct().sorted().toArray(UUID[]::new);
        return connection
                .preparedQuery(ERASE)
                .execute(Tuple.of(ids, sequence))
                .chain(() -> lock(connection, ids))
                .chain(() ->
                        connection.preparedQuery(FORGET).execute(Tuple.tuple().addArrayOfUUID(ids)))
                .map(ContactRepository::ids)
                .call(identities -> connection
                        .preparedQuery(FORGET_SENDERS)
                        .execute(Tuple.tuple().addArrayOfUUID(identities)));
    }

    private static Uni<RowSet<Row>> lock(SqlConnection connection, UUID... contacts) {
        return connection.preparedQuery(LOCK).execute(Tuple.tuple().addArrayOfUUID(contacts));
    }

    private static String[] column(List<IdentityDetails> identities, Function<IdentityDetails, String> value) {
        return identities.stream().map(value).toArray(String[]::new);
    }

    private static UUID[] ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>(rows.size());
        rows.forEach(row -> ids.add(row.getUUID("id")));
        return ids.toArray(UUID[]::new);
    }
}
