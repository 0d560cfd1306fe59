package dev.tertulia.tenant.platform;

import dev.tertulia.platform.tenancy.PlatformDatabase;
import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.Sort;
import dev.tertulia.tenant.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All tenants, through the platform door; of what is theirs it shows no more than this. */
@ApplicationScoped
class TenantList {
    private static final Sort NEWEST_FIRST = Sort.by("platform-tenants", Instant.class, UUID.class);

    private static final String PAGE = "select * from list_tenants($1, $2, $3, $4, $5, $6)";

    private final PlatformDatabase database;

    TenantList(PlatformDatabase database) {
        this.database = database;
    }

    /**
     * @param plan its code; one that there is not has no tenants
     * @param text part of a slug or name
     */
    Uni<Page<ListedTenant>> page(
            PageRequest page, @Nullable TenantStatus status, @Nullable String plan, @Nullable String text) {
        Optional<Cursor> after = page.after(NEWEST_FIRST);
        Tuple arguments = Tuple.tuple()
                .addOffsetDateTime(after.map(cursor -> cursor.instant(0).atOffset(ZoneOffset.UTC))
                        .orElse(null))
                .addUUID(after.map(cursor -> cursor.uuid(1)).orElse(null))
                .addString(status == null ? null : status.wireName())
                .addString(plan)
                .addString(text == null || text.isBlank() ? null : text.strip())
                .addInteger(page.fetchSize());
        return database.inTransaction(
                        connection -> connection.preparedQuery(PAGE).execute(arguments))
                .map(TenantList::tenants)
                .map(rows -> Page.of(rows, page, row -> NEWEST_FIRST.cursor(row.createdAt(), row.id())));
    }

    private static List<ListedTenant> tenants(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new ListedTenant(
                        row.getUUID("tenant_id"),
                        row.getString("slug"),
                        row.getString("name"),
                        TenantStatus.of(row.getString("status")),
                        row.getString("plan"),
                        row.getString("country"),
                        row.getOffsetDateTime("created_at").toInstant()))
                .toList();
    }
}
