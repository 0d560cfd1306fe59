package dev.tertulia.tenant.audit;

import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.Sort;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries as a statement, newest first by when it happened. Each filter has an index that holds the order, so a
 * page costs the same however many entries there are.
 */
final class AuditQuery {
    static final Sort NEWEST_FIRST = Sort.by("audit-entries", Instant.class, Long.class);

    private static final String SYSTEM = "system";
    /** So common that their index would hold nearly everything. */
    private static final Set<String> COMMON_ACTIONS = Set.of("created", "updated");

    private final Tuple arguments = Tuple.tuple();
    private final StringBuilder sql = new StringBuilder("select ")
            .append(AuditEntryRepository.COLUMNS)
            .append(" from audit_entry e where e.tenant_id = current_setting('app.tenant_id')::uuid");

    private AuditQuery() {}

    /** @param since nothing older is shown, whatever is asked for */
    static AuditQuery of(AuditFilter filter, Instant since, @Nullable Cursor after, int limit) {
        AuditQuery query = new AuditQuery();
        Instant from = filter.from == null || filter.from.isBefore(since) ? since : filter.from;
        query.and("e.happened_at >= ", from);
        query.and("e.happened_at < ", filter.to);
        if (filter.actor != null) {
            // A member is asked for by the id that people see; entries know the user behind it. In a select of its own:
            // row level security lets the index be used for no more than a comparison with a value.
            query.sql.append(" and e.actor_id = (select coalesce((select m.user_id from member m"
                    + " where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = ");
            query.argument(filter.actor).append("), ");
            query.argument(filter.actor).append("))");
        }
        query.and("e.actor_type = ", filter.actorType);
        query.and("e.action = ", filter.action);
        query.and("e.resource_type = ", filter.resourceType);
        query.and("e.resource_id = ", filter.resourceId);
        query.and("e.request_id = ", filter.requestId);
        query.nameThePartialIndexes(filter);
        if (after != null) {
            query.sql.append(" and (e.happened_at, e.sequence) < (");
            query.argument(after.instant(0).atOffset(ZoneOffset.UTC)).append(", ");
            query.argument(after.number(1)).append(")");
        }
        query.sql.append(" order by e.happened_at desc, e.sequence desc limit ").append(limit);
        return query;
    }

    /** The one with this number, unless it is too old. */
    static AuditQuery one(long sequence, Instant since) {
        AuditQuery query = new AuditQuery();
        query.and("e.happened_at >= ", since);
        query.and("e.sequence = ", sequence);
        return query;
    }

    /** A plan that is kept for all arguments uses a partial index only if the statement itself says its condition. */
    private void nameThePartialIndexes(AuditFilter filter) {
        if (filter.actorType != null && !filter.actorType.equals(SYSTEM)) {
            sql.append(" and e.actor_type <> 'system'");
        }
        if (filter.action != null && !COMMON_ACTIONS.contains(filter.action)) {
            sql.append(" and e.action not in ('created', 'updated')");
        }
    }

    private void and(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            argument(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }

    private StringBuilder argument(Object value) {
        arguments.addValue(value);
        return sql.append('$').append(arguments.size());
    }

    String sql() {
        return sql.toString();
    }

    Tuple arguments() {
        return arguments;
    }
}
