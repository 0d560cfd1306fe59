package dev.tertulia.platform.testkit.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule is seen to fail on a schema that breaks it, and all of them to hold on one that does not. */
class TenantIsolationCatalogueIT {

    private static final String SECURED = """
            alter table %1$s enable row level security;
            alter table %1$s force row level security;
            create policy tenant on %1$s using (tenant_id = (select current_setting('app.tenant_id')::uuid))
              with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
            """;

    @Test
    void aSoundSchemaHolds() throws SQLException {
        migrate(
                "sound",
                """
                create type mood as enum ('good', 'bad');
                create table thing (
                  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
                  id uuid not null default uuidv7(),
                  name varchar(5) not null check (name ~ '^[A-Z]{5}$'),
                  mood mood not null,
                  seen_at timestamptz not null,
                  day date not null,
                  size integer not null check (size < 10),
                  tags text[] not null,
                  data jsonb not null,
                  raw bytea not null,
                  shout text generated always as (upper(name)) stored,
                  primary key (tenant_id, id)
                );
                create table part (
                  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
                  id uuid not null default uuidv7(),
                  thing_id uuid not null,
                  primary key (tenant_id, id),
                  foreign key (tenant_id, thing_id) references thing
                ) partition by hash (tenant_id);
                create table part_0 partition of part for values with (modulus 1, remainder 0);
                """ + SECURED.formatted("thing") + SECURED.formatted("part") + SECURED.formatted("part_0") + """
                          grant select, insert, update, delete on thing, part to sound_service;
                          create policy lookup on thing for select to sound_lookup using (true);
                          grant select (tenant_id, id) on thing to sound_lookup;
                          create function tenant_of_thing(uuid) returns uuid language sql security definer
                            set search_path = sound as $$ select tenant_id from thing where id = $1 $$;
                          grant execute on function tenant_of_thing to sound_service;
                          alter function tenant_of_thing owner to sound_lookup;
                          """);

        TenantIsolationCatalogue.of("sound")
                .looksAcross("thing", "finds the tenant of a thing")
                .assertHolds();
    }

    @Test
    void aTableWithoutPolicyIsSeenByTheCatalogueAndByTheAttack() throws SQLException {
        migrate("forgetful", """
                create table thing (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
                grant select, insert, update, delete on thing to forgetful_service;
                """);

        assertThat(violations("forgetful"))
                .containsExactly(
                        "table thing does not force row level security",
                        "table thing has no policy",
                        "attack on thing succeeds: forgetful_service sees without a tenant another tenant's row",
                        "attack on thing is not stopped by the policy: what forgetful_service changes without a tenant fails"
                                + " with SQLSTATE 23502",
                        "attack on thing succeeds: forgetful_service removes without a tenant another tenant's row",
                        "attack on thing succeeds: forgetful_service adds a row without a tenant",
                        "attack on thing succeeds: forgetful_service sees another tenant's row",
                        "attack on thing is not stopped by the policy: what forgetful_service changes fails with SQLSTATE 23502",
                        "attack on thing succeeds: forgetful_service removes another tenant's row",
                        "attack on thing succeeds: forgetful_service adds a row to another tenant",
                        "attack on thing succeeds: forgetful_service gives its own row to another tenant");
        assertThatThrownBy(() -> TenantIsolationCatalogue.of("forgetful").assertHolds())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("table thing has no policy");
    }

    @Test
    void eachFlawIsNamed() throws SQLException {
        migrate(
                "flawed",
                table("careless")
                        + """
                          drop policy tenant on careless;
                          create policy tenant on careless using (true)
                            with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
                          """
                        + table("giving")
                        + """
                          drop policy tenant on giving;
                          create policy tenant on giving
                            using (tenant_id = (select current_setting('app.tenant_id')::uuid)) with check (true);
                          """
                        + table("unforced")
                        + "alter table unforced no force row level security;"
                        + table("badly_keyed")
                        + """
                          create index by_id on badly_keyed (id, tenant_id);
                          create unique index on giving (id, tenant_id);
                          create table child (
                            tenant_id uuid not null,
                            parent uuid,
                            primary key (tenant_id),
                            constraint to_anyone foreign key (parent, tenant_id) references giving (id, tenant_id)
                          );
                          """
                        + SECURED.formatted("child")
                        + """
                          create table split (tenant_id uuid not null, primary key (tenant_id)) partition by hash (tenant_id);
                          create table split_0 partition of split for values with (modulus 1, remainder 0);
                          grant select on split_0 to flawed_service;
                          """
                        + SECURED.formatted("split")
                        + SECURED.formatted("split_0")
                        + table("truncatable")
                        + "grant truncate on truncatable to flawed_service;"
                        + table("offered")
                        + "grant select on offered to public;"
                        + table("behind_the_door")
                        + "grant select on behind_the_door to flawed_platform;"
                        + table("peeked")
                        + """
                          create policy lookup on peeked to flawed_lookup using (true);
                          grant select, update on peeked to flawed_lookup;
                          """
                        + table("relayed")
                        + "grant select on relayed to flawed_relay;"
                        + """
                          create table homeless (id int);
                          grant select on homeless to flawed_service;
                          create materialized view snapshot as select 1 as one;
                          grant select on snapshot to flawed_service;
                          create function mighty() returns int language sql security definer return 1;
                          create function callable() returns int language sql security definer set search_path = flawed return 1;
                          grant execute on function callable to public;
                          alter function callable owner to flawed_lookup;
                          """);

        String tenant = "(tenant_id = ( SELECT (current_setting('app.tenant_id'::text))::uuid AS current_setting))";
        assertThat(violations("flawed"))
                .containsExactlyInAnyOrder(
                        "table unforced does not force row level security",
                        "table homeless has no tenant_id and is open to flawed_service",
                        "policy careless.tenant shows or takes rows of every tenant (using true, with check " + tenant
                                + ") for everyone",
                        "policy giving.tenant shows or takes rows of every tenant (using " + tenant
                                + ", with check true) for everyone",
                        "policy peeked.lookup shows or takes rows of every tenant (using true, with check true) for"
                                + " flawed_lookup",
                        "lookup peeked has a policy that lets the lookup role do more than select",
                        "index by_id does not begin with tenant_id",
                        "index giving_id_tenant_id_idx does not begin with tenant_id",
                        "foreign key to_anyone does not begin with tenant_id on both sides",
                        "partition split_0 can be reached by itself, as flawed_service may select",
                        "table offered is granted to everyone",
                        "table truncatable lets flawed_service truncate, which row level security does not hold",
                        "platform offered belongs to tenants and is open to flawed_platform",
                        "platform behind_the_door belongs to tenants and is open to flawed_platform",
                        "relay relayed is open to flawed_relay, which moves events and nothing else",
                        "relay offered is open to flawed_relay, which moves events and nothing else",
                        "lookup peeked can be changed by flawed_lookup",
                        "view snapshot shows its reader what its owner sees",
                        "function mighty runs with the rights of flawed_owner, not of flawed_lookup",
                        "function mighty runs with its owner's rights and leaves the search path to the caller",
                        "function callable runs with its owner's rights and can be called by everyone",
                        "attack on careless succeeds: flawed_service sees without a tenant another tenant's row",
                        "attack on careless succeeds: flawed_service removes without a tenant another tenant's row",
                        "attack on careless succeeds: flawed_service sees another tenant's row",
                        "attack on careless succeeds: flawed_service removes another tenant's row",
                        "attack on giving succeeds: flawed_service adds a row without a tenant",
                        "attack on giving succeeds: flawed_service adds a row to another tenant",
                        "attack on giving succeeds: flawed_service gives its own row to another tenant");
    }

    @Test
    void rolesThatMayTooMuchAreNamed() throws SQLException {
        migrate("mighty", table("thing").replace("flawed", "mighty"));
        TestServers.provision("neighbour");
        try (var superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("""
                    alter role mighty_relay bypassrls;
                    grant mighty_owner to mighty_platform;
                    grant usage on schema neighbour to mighty_service;
                    grant create on schema mighty to mighty_service;
                    set role mighty_service;
                    create table mighty.mine (tenant_id uuid not null primary key);
                    """);
        }

        assertThat(violations("mighty"))
                .contains(
                        "role mighty_relay is a superuser, bypasses row level security, or may create roles or databases",
                        "role mighty_platform is a member of mighty_owner",
                        "role mighty_service reaches the schema neighbour",
                        "role mighty_service may create in the schema mighty",
                        "role mighty_service owns table mighty.mine");
    }

    @Test
    void anExceptionThatExcusesNothingFails() throws SQLException {
        migrate("tidy", table("thing").replace("flawed", "tidy"));

        assertThat(TenantIsolationCatalogue.of("tidy")
                        .except("index thing_pkey", "a reason")
                        .violations())
                .extracting(Violation::toString)
                .containsExactly("index thing_pkey is excepted and needs no exception");
    }

    @Test
    void noAttackIsExcused() {
        assertThatThrownBy(() -> TenantIsolationCatalogue.of("tidy").except("attack on thing", "a reason"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptySchemaProvesNothing() throws SQLException {
        migrate("empty", "select 1");

        assertThat(violations("empty")).containsExactly("schema empty has no table with tenant_id: was it migrated?");
    }

    private static List<String> violations(String service) {
        return TenantIsolationCatalogue.of(service).violations().stream()
                .map(Violation::toString)
                .toList();
    }

    private static String table(String name) {
        return """
               create table %1$s (
                 tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
                 id uuid not null default uuidv7(),
                 primary key (tenant_id, id)
               );
               grant select, insert, update, delete on %1$s to flawed_service;
               """.formatted(name) + SECURED.formatted(name);
    }

    private static void migrate(String service, String sql) throws SQLException {
        TestServers.provision(service);
        try (var connection = TestDatabase.as(service + "_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
