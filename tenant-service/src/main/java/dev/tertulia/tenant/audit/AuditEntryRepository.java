package dev.tertulia.tenant.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The entries of the unit of work's tenant: added and read, and nothing else. */
@ApplicationScoped
class AuditEntryRepository {
    private static final int AT_ONCE = 500;

    static final String COLUMNS = """
            e.sequence, e.recorded_at, e.happened_at, e.event_id, e.service, e.request_id, e.actor_type, e.actor_id,
            e.actor_name, e.member_id, e.role, e.action, e.resource_type, e.resource_id, e.old_values, e.new_values,
            e.ip, e.user_agent, e.key_version, encode(e.content_code, 'hex') as content_code,
            encode(e.previous_code, 'hex') as previous_code, encode(e.code, 'hex') as code""";
    private static final String OF_TENANT =
            " from audit_entry e where e.tenant_id = current_setting('app.tenant_id')::uuid";

    private static final String INSERT = """
            insert into audit_entry (recorded_at, key_version, sequence, happened_at, event_id, service, request_id,
                actor_type, actor_id, actor_name, member_id, role, action, resource_type, resource_id, old_values,
                new_values, ip, user_agent, content_code, previous_code, code)
            select $1, $2, n.sequence, n.happened_at, n.event_id, n.service, n.request_id, n.actor_type, n.actor_id,
                n.actor_name, n.member_id, n.role, n.action, n.resource_type, n.resource_id, n.old_values,
                n.new_values, n.ip, n.user_agent, decode(n.content_code, 'hex'), decode(n.previous_code, 'hex'),
                decode(n.code, 'hex')
            from unnest($3::bigint[], $4::timestamptz[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::uuid[],
                $10::text[], $11::uuid[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[],
                $18::text[], $19::text[], $20::text[], $21::text[], $22::text[])
                as n (sequence, happened_at, event_id, service, request_id, actor_type, actor_id, actor_name, member_id,
                    role, action, resource_type, resource_id, old_values, new_values, ip, user_agent, content_code,
                    previous_code, code)""";
    private static final String LAST = "select " + COLUMNS + OF_TENANT
            + " and e.sequence <= $1 and e.recorded_at < $2 order by e.sequence desc limit $3";
    private static final String ONE = "select " + COLUMNS + OF_TENANT + " and e.sequence = $1 order by e.recorded_at";
    // Whoever adds a row beside another with the same number is found as well, hence two columns.
    private static final String SLICE = "select " + COLUMNS + OF_TENANT
            + " and (e.sequence, e.recorded_at) > ($1, $2) and e.sequence <= $3"
            + " order by e.sequence, e.recorded_at limit $4";
    private static final String BEYOND_HEAD = "select min(e.sequence) as first, max(e.sequence) as last" + OF_TENANT
            + " and e.sequence > (select c.sequence from audit_chain c"
            + " where c.tenant_id = current_setting('app.tenant_id')::uuid)";

    /** All of one time and key. */
    Uni<Void> insert(SqlConnection connection, List<AuditEntry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(
                        slice -> connection.preparedQuery(INSERT).execute(values(slice)))
                .onItem()
                .ignoreAsUni();
    }

    /** The last ones up to this number that were recorded before this time, backwards. */
    Uni<List<AuditEntry>> last(SqlConnection connection, long sequence, Instant before, int limit) {
        return connection
                .preparedQuery(LAST)
                .execute(Tuple.of(sequence, before.atOffset(ZoneOffset.UTC), limit))
                .map(AuditEntryRepository::entries);
    }

    Uni<Optional<AuditEntry>> find(SqlConnection connection, long sequence) {
        return connection.preparedQuery(ONE).execute(Tuple.of(sequence)).map(AuditEntryRepository::first);
    }

    /** In the order of the chain, behind this place and up to that sequence. */
    Uni<List<AuditEntry>> slice(SqlConnection connection, long sequence, Instant recordedAt, long last, int limit) {
        return connection
                .preparedQuery(SLICE)
                .execute(Tuple.of(sequence, recordedAt.atOffset(ZoneOffset.UTC), last, limit))
                .map(AuditEntryRepository::entries);
    }

    /** The numbers of entries that the chain's head does not know of, first and last; empty as a rule. */
    Uni<Optional<long[]>> beyondHead(SqlConnection connection) {
        return connection.preparedQuery(BEYOND_HEAD).execute().map(rows -> {
            Row row = rows.iterator().next();
            return row.getLong("first") == null
                    ? Optional.empty()
                    : Optional.of(new long[] {row.getLong("first"), row.getLong("last")});
        });
    }

    Uni<List<AuditEntry>> select(SqlConnection connection, AuditQuery query) {
        return connection.preparedQuery(query.sql()).execute(query.arguments()).map(AuditEntryRepository::entries);
    }

    private static Tuple values(List<AuditEntry> slice) {
        AuditEntry first = slice.getFirst();
        return Tuple.tuple()
                .addOffsetDateTime(first.recordedAt().atOffset(ZoneOffset.UTC))
                .addInteger(first.keyVersion())
                .addArrayOfLong(slice.stream().map(AuditEntry::sequence).toArray(Long[]::new))
                .addValue(slice.stream()
                        .map(entry -> entry.content().happenedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfUUID(ids(slice, EntryContent::eventId))
                .addArrayOfString(texts(slice, EntryContent::service))
                .addArrayOfString(texts(slice, EntryContent::requestId))
                .addArrayOfString(texts(slice, EntryContent::actorType))
                .addArrayOfUUID(ids(slice, EntryContent::actorId))
                .addArrayOfString(texts(slice, EntryContent::actorName))
                .addArrayOfUUID(ids(slice, EntryContent::memberId))
                .addArrayOfString(texts(slice, EntryContent::role))
                .addArrayOfString(texts(slice, EntryContent::action))
                .addArrayOfString(texts(slice, EntryContent::resourceType))
                .addArrayOfString(texts(slice, EntryContent::resourceId))
                .addArrayOfString(texts(slice, EntryContent::oldValues))
                .addArrayOfString(texts(slice, EntryContent::newValues))
                .addArrayOfString(texts(slice, EntryContent::ip))
                .addArrayOfString(texts(slice, EntryContent::userAgent))
                .addArrayOfString(slice.stream().map(AuditEntry::contentCode).toArray(String[]::new))
                .addArrayOfString(slice.stream().map(AuditEntry::previousCode).toArray(String[]::new))
                .addArrayOfString(slice.stream().map(AuditEntry::code).toArray(String[]::new));
    }

    @SuppressWarnings("NullAway") // Arrays of the database hold nulls.
    private static String[] texts(List<AuditEntry> slice, Function<EntryContent, String> column) {
        return slice.stream().map(entry -> column.apply(entry.content())).toArray(String[]::new);
    }

    @SuppressWarnings("NullAway") // Arrays of the database hold nulls.
    private static UUID[] ids(List<AuditEntry> slice, Function<EntryContent, UUID> column) {
        return slice.stream().map(entry -> column.apply(entry.content())).toArray(UUID[]::new);
    }

    private static Optional<AuditEntry> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(entry(iterator.next())) : Optional.empty();
    }

    private static List<AuditEntry> entries(RowSet<Row> rows) {
        List<AuditEntry> entries = new ArrayList<>(rows.size());
        rows.forEach(row -> entries.add(entry(row)));
        return entries;
    }

    private static AuditEntry entry(Row row) {
        EntryContent content = new EntryContent(
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getUUID("event_id"),
                row.getString("service"),
                row.getString("request_id"),
                row.getString("actor_type"),
                row.getUUID("actor_id"),
                row.getString("actor_name"),
                row.getUUID("member_id"),
                row.getString("role"),
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                row.getString("old_values"),
                row.getString("new_values"),
                row.getString("ip"),
                row.getString("user_agent"));
        return new AuditEntry(
                row.getLong("sequence"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                content,
                row.getInteger("key_version"),
                row.getString("content_code"),
                row.getString("previous_code"),
                row.getString("code"));
    }
}
