package dev.tertulia.platform.testkit.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What can be read from the catalogue. Each rule is a query for (subject, complaint); S stands for the schema. */
final class CatalogueRules {

    /** What the rules select from. */
    private static final String PRELUDE = """
            with tables as (
              select c.oid, c.relname, c.relkind, c.relispartition, c.relowner, c.relacl,
                     c.relrowsecurity and c.relforcerowsecurity as forced, a.attnum as tenant, a.atttypid, a.attnotnull
              from pg_class c
              left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
              where c.relnamespace = 'S'::regnamespace and c.relkind in ('r', 'p')
            ),
            roles as (
              select oid, rolname from pg_roles
              where rolname in ('S_service', 'S_relay', 'S_platform', 'S_lookup', 'S_owner')
            ),
            rights as (
              select t.oid, t.relname, t.tenant, t.relispartition, r.rolname, p.privilege
              from tables t, roles r,
                unnest(array['select', 'insert', 'update', 'references', 'delete', 'truncate', 'trigger', 'maintain'])
                  as p (privilege)
              where r.rolname <> 'S_owner'
                and (has_table_privilege(r.oid, t.oid, p.privilege)
                  or (p.privilege in ('select', 'insert', 'update', 'references')
                    and has_any_column_privilege(r.oid, t.oid, p.privilege)))
            ),
            policies as (
              select t.relname, p.polname, p.polcmd, p.polroles,
                     regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g') as using_,
                     regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\\s+', ' ', 'g') as check_
              from pg_policy p join tables t on t.oid = p.polrelid
              where p.polpermissive
            ),
            -- The lookup role takes rows away by this one, and no other tenant's than the one that is named.
            erasing as (
              select relname, polname from policies
              where polname = 'erase' and polroles = array['S_lookup'::regrole::oid] and polcmd = '*'
                and using_ = ERASE and check_ is null
            ),
            wide as (
              select *, coalesce(using_, 'true') as seen, coalesce(check_, using_, 'true') as written
              from policies
              where (relname, polname) not in (select relname, polname from erasing)
                and ((polcmd <> 'a' and not coalesce(using_, 'true') = any(TENANT))
                  or (polcmd in ('*', 'a', 'w') and not coalesce(check_, using_, 'true') = any(TENANT)))
            )
            """.replace("ERASE", """
                            '(tenant_id = ( SELECT (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid AS "nullif"))'""").replace("TENANT", """
                            array[
                              '(tenant_id = ( SELECT (current_setting(''app.tenant_id''::text))::uuid AS current_setting))',
                              '(tenant_id = (current_setting(''app.tenant_id''::text))::uuid)']""");

    private static final List<String> RULES = List.of(
            """
            select 'table ' || relname, 'does not force row level security' from tables where tenant is not null and not forced
            """,
            """
            select 'table ' || relname, 'has a tenant_id that is no uuid or can be null' from tables
            where tenant is not null and (atttypid <> 'uuid'::regtype or not attnotnull)
            """,
            """
            select 'table ' || relname, 'has no policy' from tables t
            where tenant is not null and not relispartition
              and relname not in (select relname from policies where polname <> 'erase')
            """,
            """
            select 'table ' || relname, 'has no tenant_id and is open to ' || rolname from rights
            where tenant is null and rolname in ('S_service', 'S_lookup') group by relname, rolname
            """,
            """
            select 'policy ' || relname || '.' || polname,
                   format('shows or takes rows of every tenant (using %s, with check %s) for %s', seen, written,
                     coalesce((select string_agg(rolname, ', ') from pg_roles where oid = any(polroles)), 'everyone'))
            from wide
            """,
            """
            select 'lookup ' || relname, 'has a policy that lets the lookup role do more than select' from policies
            where polcmd <> 'r' and 'S_lookup'::regrole = any(polroles)
              and (relname, polname) not in (select relname, polname from erasing)
            """,
            """
            select 'index ' || ic.relname, 'does not begin with tenant_id' from pg_index i
            join tables t on t.oid = i.indrelid join pg_class ic on ic.oid = i.indexrelid
            where t.tenant is not null and not ic.relispartition and i.indkey[0] <> t.tenant
            """,
            """
            select 'foreign key ' || k.conname, 'does not begin with tenant_id on both sides' from pg_constraint k
            join tables t on t.oid = k.conrelid
            left join pg_attribute a on a.attrelid = k.confrelid and a.attname = 'tenant_id' and not a.attisdropped
            where k.contype = 'f' and k.conparentid = 0 and t.tenant is not null and a.attnum is not null
              and (k.conkey[1] <> t.tenant or k.confkey[1] <> a.attnum)
            """,
            """
            select 'partition ' || relname, 'can be reached by itself, as ' || rolname || ' may ' || string_agg(privilege, ', ')
            from rights where relispartition group by relname, rolname
            """,
            """
            select 'table ' || relname, 'is granted to everyone' from tables
            where exists (select from aclexplode(relacl) where grantee = 0)
            """,
            """
            select 'table ' || relname, format('lets %s %s, which row level security does not hold', rolname,
              string_agg(privilege, ', '))
            from rights where privilege in ('truncate', 'references', 'trigger', 'maintain') group by relname, rolname
            """,
            """
            select 'platform ' || relname, 'belongs to tenants and is open to S_platform' from rights
            where tenant is not null and rolname = 'S_platform' group by relname
            """,
            """
            select 'relay ' || relname, 'is open to S_relay, which moves events and nothing else' from rights
            where rolname = 'S_relay'
              and relname not in ('outbox', 'outbox_parked', 'event_log', 'event_log_head', 'processed_event')
            group by relname
            """,
            """
            select 'lookup ' || relname, 'can be changed by S_lookup' from rights
            where rolname = 'S_lookup' and privilege <> 'select'
              and not (privilege = 'delete' and relname in (select relname from erasing))
            group by relname
            """,
            """
            select 'table ' || relname, 'stays when its tenant is erased: make_erasable() was not called after it was made'
            from tables
            where tenant is not null and not relispartition and relname not in (select relname from erasing)
              and exists (select from pg_proc where pronamespace = 'S'::regnamespace and proname = 'make_erasable')
            """,
            """
            select 'view ' || c.relname, 'shows its reader what its owner sees' from pg_class c
            where c.relnamespace = 'S'::regnamespace
              and (c.relkind = 'm' and has_table_privilege('S_service', c.oid, 'select')
                or c.relkind = 'v' and c.relowner <> 'S_owner'::regrole
                  and not coalesce(c.reloptions @> array['security_invoker=true'], false))
            """,
            """
            select 'function ' || p.proname, 'runs with the rights of ' || p.proowner::regrole || ', not of S_lookup'
            from pg_proc p
            where p.pronamespace = 'S'::regnamespace and p.prosecdef and p.proowner <> 'S_lookup'::regrole
            """,
            """
            select 'function ' || p.proname, 'runs with its owner''s rights and leaves the search path to the caller'
            from pg_proc p
            where p.pronamespace = 'S'::regnamespace and p.prosecdef
              and not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%')
            """,
            """
            select 'function ' || p.proname, 'runs with its owner''s rights and can be called by everyone' from pg_proc p
            where p.pronamespace = 'S'::regnamespace and p.prosecdef
              and (p.proacl is null or exists (select from aclexplode(p.proacl) where grantee = 0))
            """,
            """
            select 'role ' || rolname, 'is a superuser, bypasses row level security, or may create roles or databases'
            from pg_roles
            where oid in (select oid from roles)
              and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
            """,
            """
            select 'role ' || r.rolname, 'owns ' || pg_describe_object(d.classid, d.objid, d.objsubid)
            from pg_shdepend d join roles r on r.oid = d.refobjid
            where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o'
              and d.dbid = (select oid from pg_database where datname = current_database())
              and (r.rolname in ('S_service', 'S_relay', 'S_platform')
                or r.rolname = 'S_lookup' and d.classid <> 'pg_proc'::regclass)
            """,
            """
            select 'role ' || m.member::regrole, 'is a member of ' || m.roleid::regrole from pg_auth_members m
            where (m.member in (select oid from roles) or m.roleid in (select oid from roles))
              and not (m.member = 'S_owner'::regrole and m.roleid = 'S_lookup'::regrole and not m.inherit_option)
            """,
            """
            select 'role ' || r.rolname, 'reaches the schema ' || n.nspname from roles r, pg_namespace n
            where n.nspname not in ('S', 'public', 'pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
              and has_schema_privilege(r.oid, n.oid, 'usage')
            """,
            """
            select 'role ' || r.rolname, 'may create in the schema ' || n.nspname from roles r, pg_namespace n
            where has_schema_privilege(r.oid, n.oid, 'create')
              and not (n.nspname = 'S' and r.rolname in ('S_owner', 'S_lookup'))
            """,
            """
            select 'role ' || rolname, 'is not there' from unnest(array['S_service', 'S_relay', 'S_platform', 'S_lookup', 'S_owner'])
              as expected (rolname)
            where rolname not in (select rolname from roles)
            """,
            """
            select 'schema S', 'has no table with tenant_id: was it migrated?'
            where not exists (select from tables where tenant is not null)
            """);

    private final Connection connection;
    private final String service;

    CatalogueRules(Connection connection, String service) {
        this.connection = connection;
        this.service = service;
    }

    List<Violation> violations() throws SQLException {
        var violations = new ArrayList<Violation>();
        for (String rule : RULES) {
            String sql = forSchema(PRELUDE + rule);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    violations.add(new Violation(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return violations;
    }

    private String forSchema(String sql) {
        return sql.replace("'S'", "'" + service + "'")
                .replace("S_", service + "_")
                .replace("schema S'", "schema " + service + "'");
    }
}
