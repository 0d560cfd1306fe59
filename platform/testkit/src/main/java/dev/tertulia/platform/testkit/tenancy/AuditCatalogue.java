package dev.tertulia.platform.testkit.tenancy;

import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds that nobody forgets audit: each table with tenant_id records what is inserted, updated and deleted in it
 * ({@code call audit(…)} in its migration), and no entry shows what looks like a secret. What is not recorded is listed
 * with its reason, and an exception that excuses nothing fails as well.
 *
 * <pre>{@code AuditCatalogue.of("messaging")
 *     .unrecorded("dispatch", "a place in line: what becomes of the message is recorded with it")
 *     .assertHolds();}</pre>
 */
public final class AuditCatalogue {

    /** What platform/events and platform/web keep in every schema for their own work. */
    private static final Set<String> SHARED = Set.of(
            "audit of outbox",
            "audit of outbox_parked",
            "audit of event_log",
            "audit of processed_event",
            "audit of idempotency_key");

    private static final String PRELUDE = """
            with tables as (
              select c.oid, c.relname from pg_class c
              join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped
              where c.relnamespace = 'S'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            ),
            columns as (
              select t.oid, t.relname, a.attname from tables t
              join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            ),
            recording as (
              select t.oid, t.relname, o.operation, g.tgqual is not null as conditional,
                     regexp_replace(pg_get_triggerdef(g.oid), '^.* WHEN (.*) EXECUTE FUNCTION .*$', '\\1') as condition,
                     string_to_array(encode(g.tgargs, 'escape'), '\\000') as arguments
              from tables t
              join pg_trigger g on g.tgrelid = t.oid and g.tgenabled = 'O' and cardinality(g.tgattr::int2[]) = 0
              join pg_proc p on p.oid = g.tgfoid and p.proname like 'record\\_%'
              join (values ('insert', 4), ('delete', 8), ('update', 16)) as o (operation, bit) on g.tgtype & o.bit <> 0
              where g.tgname = 'audit_' || o.operation
            ),
            hidden as (
              select r.oid, r.operation, unnest(r.arguments[3]::text[] || r.arguments[4]::text[]) as attname
              from recording r where cardinality(r.arguments) >= 4
            )
            """;

    private static final List<String> RULES = List.of("""
            select 'audit of ' || t.relname, 'does not record every ' || string_agg(o.operation, ', ' order by o.place)
            from tables t, unnest(array['insert', 'update', 'delete']) with ordinality as o (operation, place)
            where not exists (select from recording r where r.oid = t.oid and r.operation = o.operation)
            group by t.relname
            """, """
            select 'audit of ' || c.relname, format('does not record %s when %s changes', r.operation, c.attname)
            from recording r join columns c on c.oid = r.oid
            where r.conditional and r.condition !~* ('\\m(old|new)\\.' || c.attname || '\\M')
              and c.attname <> all (coalesce(r.arguments[4], '{}')::text[])
            """, """
            select distinct 'column ' || c.relname || '.' || c.attname, 'looks like a secret and is shown'
            from recording r join columns c on c.oid = r.oid
            where c.attname ~ '(^|_)(secrets?|hash(ed)?|tokens?|passwords?|private_key|code|encrypted|credentials?)(_|$)'
              and not exists (select from hidden h
                where h.oid = r.oid and h.operation = r.operation and h.attname = c.attname)
            """, """
            select 'schema S', 'has no table with tenant_id: was it migrated?' where not exists (select from tables)
            """);

    private final String service;
    private final Exceptions exceptions = new Exceptions(SHARED);

    private AuditCatalogue(String service) {
        this.service = service;
    }

    /** Of the service whose schema was migrated in {@link TestDatabase}. */
    public static AuditCatalogue of(String service) {
        return new AuditCatalogue(service);
    }

    /** @param reason why nobody needs to know who changed what in the table */
    public AuditCatalogue unrecorded(String table, String reason) {
        exceptions.add("audit of " + table, reason);
        return this;
    }

    /**
     * @param column as {@code table.column}
     * @param reason why it is no secret, whatever it is called
     */
    public AuditCatalogue shown(String column, String reason) {
        exceptions.add("column " + column, reason);
        return this;
    }

    /** Fails with all violations at once. */
    public void assertHolds() {
        List<Violation> violations = violations();
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.stream()
                    .map(Violation::toString)
                    .collect(Collectors.joining(
                            "\n  ", "What is changed in %s is on record only if:\n  ".formatted(service), "")));
        }
    }

    List<Violation> violations() {
        TestServers.provision(service);
        var found = new ArrayList<Violation>();
        try (Connection connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            for (String rule : RULES) {
                try (var rows = statement.executeQuery((PRELUDE + rule)
                        .replace("'S'", "'" + service + "'")
                        .replace("schema S'", "schema " + service + "'"))) {
                    while (rows.next()) {
                        found.add(new Violation(rows.getString(1), rows.getString(2)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue of " + service + " could not be read", e);
        }
        return exceptions.applyTo(found);
    }
}
