package dev.tertulia.tenant.erasure;

import dev.tertulia.platform.holdings.HoldingsErased;
import dev.tertulia.platform.tenancy.PlatformDatabase;
import dev.tertulia.tenant.erasure.ErasureResponse.Part;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The erasures and what services said of them. They belong to no tenant. */
@ApplicationScoped
class ErasureRepository {
    private static final String OF_SLUG = """
            select e.id, e.tenant, e.slug, e.requested_by, e.requested_at, e.export_waived, e.exports, e.done_at,
                (select count(*) from erasure_person p where p.erasure_id = e.id and p.removed_at is null) as accounts
            from erasure e where e.slug = $1""";

    private static final String PARTS = """
            select service, begun_at, confirmed_at, scanned_at, erased, remaining from erasure_part
            where erasure_id = $1 order by service""";

    /** A service that was not expected to says it as well; its word is kept. An older word does not undo a newer one. */
    private static final String REPORT = """
            insert into erasure_part as p (erasure_id, service, begun_at, confirmed_at, scanned_at, erased, remaining)
            select e.id, $2, $3, $4, $4, $5::jsonb, $6::jsonb from erasure e where e.tenant = $1
            on conflict (erasure_id, service) do update
                set begun_at = excluded.begun_at, confirmed_at = coalesce(p.confirmed_at, excluded.confirmed_at),
                    scanned_at = excluded.scanned_at, erased = excluded.erased, remaining = excluded.remaining
                where p.scanned_at is null or p.scanned_at < excluded.scanned_at""";

    private static final String FINISH = """
            update erasure e set done_at = now()
            where e.done_at is null
                and not exists (select from erasure_part p where p.erasure_id = e.id and (p.confirmed_at is null
                    or exists (select from jsonb_each(p.remaining) r where r.value <> '0'::jsonb)))
                and not exists (select from erasure_person p where p.erasure_id = e.id and p.removed_at is null)""";

    private final PlatformDatabase database;

    ErasureRepository(PlatformDatabase database) {
        this.database = database;
    }

    Uni<Optional<ErasureResponse>> ofSlug(String slug) {
        return database.inTransaction(connection -> connection
                .preparedQuery(OF_SLUG)
                .execute(Tuple.of(slug))
                .flatMap(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().item(Optional.<ErasureResponse>empty());
                    }
                    Row erasure = rows.iterator().next();
                    return connection
                            .preparedQuery(PARTS)
                            .execute(Tuple.of(erasure.getUUID("id")))
                            .map(parts -> Optional.of(response(erasure, parts)));
                }));
    }

    /** Keeps what a service said, and whether that was all. Repeating it is a no-op. */
    Uni<Void> report(HoldingsErased said) {
        Tuple values = Tuple.tuple()
                .addUUID(said.tenantId())
                .addString(said.service())
                .addOffsetDateTime(said.begunAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(said.scannedAt().atOffset(ZoneOffset.UTC))
                .addJsonObject(json(said.erased()))
                .addJsonObject(json(said.left()));
        return database.inTransaction(
                connection -> connection.preparedQuery(REPORT).execute(values).chain(() -> finish(connection)));
    }

    /** Closes the erasures for which nothing is awaited any more, in the transaction of what may have been the last. */
    static Uni<Void> finish(SqlConnection connection) {
        return connection.preparedQuery(FINISH).execute().replaceWithVoid();
    }

    private static ErasureResponse response(Row row, RowSet<Row> partRows) {
        List<Part> parts = new ArrayList<>();
        partRows.forEach(part -> parts.add(part(part)));
        Instant doneAt = instant(row, "done_at");
        long accounts = row.getLong("accounts");
        Map<String, Instant> exports = new TreeMap<>();
        JsonObject taken = row.getJsonObject("exports");
        taken.forEach(export -> exports.put(export.getKey(), taken.getInstant(export.getKey())));
        return new ErasureResponse(
                row.getUUID("id"),
                row.getUUID("tenant"),
                row.getString("slug"),
                state(doneAt, parts),
                row.getUUID("requested_by"),
                row.getOffsetDateTime("requested_at").toInstant(),
                row.getBoolean("export_waived"),
                exports,
                parts,
                accounts,
                doneAt);
    }

    private static ErasureState state(@Nullable Instant doneAt, List<Part> parts) {
        if (doneAt != null && parts.stream().allMatch(Part::isClean)) {
            return ErasureState.DONE;
        }
        return parts.stream().anyMatch(part -> part.confirmedAt() != null)
                ? ErasureState.ERASING
                : ErasureState.REQUESTED;
    }

    private static Part part(Row row) {
        return new Part(
                row.getString("service"),
                instant(row, "begun_at"),
                instant(row, "confirmed_at"),
                instant(row, "scanned_at"),
                counts(row.getJsonObject("erased")),
                counts(row.getJsonObject("remaining")));
    }

    private static JsonObject json(Map<String, Long> counts) {
        JsonObject json = new JsonObject();
        BiConsumer<String, Long> put = json::put;
        counts.forEach(put);
        return json;
    }

    private static Map<String, Long> counts(@Nullable JsonObject json) {
        Map<String, Long> counts = new TreeMap<>();
        if (json != null) {
            json.fieldNames().forEach(name -> counts.put(name, json.getLong(name)));
        }
        return counts;
    }

    private static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
