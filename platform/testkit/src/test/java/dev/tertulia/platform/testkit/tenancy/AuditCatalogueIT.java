package dev.tertulia.platform.testkit.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule is seen to fail on a schema that breaks it, and all of them to hold on one that does not. */
class AuditCatalogueIT {
    private static final String CAPTURE = """
            create function record_audit() returns trigger language plpgsql as $$ begin return null; end $$;
            create procedure audit(p_table text, p_redacted text, p_passed_over text) language plpgsql as $$
            declare
              operation text;
            begin
              foreach operation in array array['insert', 'update', 'delete'] loop
                execute format('create trigger audit_%s after %1$s on %s for each statement execute function '
                  'record_audit(%L, %L, %L, %L)', operation, p_table, p_table, '{id}', p_redacted, p_passed_over);
              end loop;
            end $$;
            """;

    @Test
    void aSchemaThatRecordsEverythingHolds() throws SQLException {
        migrate("recorded", CAPTURE + """
                create table thing (tenant_id uuid, id uuid, key_hash text, used_token text, barcode text);
                call audit('thing', '{key_hash}', '{used_token}');
                create table part (tenant_id uuid, id uuid) partition by hash (tenant_id);
                create table part_0 partition of part for values with (modulus 1, remainder 0);
                call audit('part', '{}', '{}');
                create table of_nobody (id uuid, secret text);
                create table machinery (tenant_id uuid, id uuid);
                create table outbox (tenant_id uuid, id uuid);
                """);

        AuditCatalogue.of("recorded")
                .unrecorded("machinery", "nobody changes it")
                .assertHolds();
    }

    @Test
    void eachWayToForgetIsNamed() throws SQLException {
        migrate("unrecorded", CAPTURE + """
                create table forgotten (tenant_id uuid, id uuid);
                create table never_deleted (tenant_id uuid, id uuid);
                call audit('never_deleted', '{}', '{}');
                drop trigger audit_delete on never_deleted;
                create table switched_off (tenant_id uuid, id uuid);
                call audit('switched_off', '{}', '{}');
                alter table switched_off disable trigger audit_insert;
                create table in_part (tenant_id uuid, id uuid, name text);
                call audit('in_part', '{}', '{}');
                drop trigger audit_update on in_part;
                create trigger audit_update after update of name on in_part
                  for each statement execute function record_audit();
                create function touch() returns trigger language plpgsql as $$ begin return null; end $$;
                create table elsewhere (tenant_id uuid, id uuid);
                call audit('elsewhere', '{}', '{}');
                drop trigger audit_insert on elsewhere;
                create trigger audit_insert after insert on elsewhere for each statement execute function touch();
                create table conditional (tenant_id uuid, id uuid, name text, count int, added_later text);
                call audit('conditional', '{}', '{}');
                drop trigger audit_update on conditional;
                create trigger audit_update after update on conditional for each row
                  when ((old.id, old.name) is distinct from (new.id, new.name))
                  execute function record_audit('conditional', '{id}', '{}', '{tenant_id,count}');
                create table telling (tenant_id uuid, id uuid, password text, code_hash text, sign_in_token text);
                call audit('telling', '{code_hash}', '{}');
                """);

        assertThat(violations("unrecorded"))
                .containsExactlyInAnyOrder(
                        "audit of forgotten does not record every insert, update, delete",
                        "audit of never_deleted does not record every delete",
                        "audit of switched_off does not record every insert",
                        "audit of in_part does not record every update",
                        "audit of elsewhere does not record every insert",
                        "audit of conditional does not record update when added_later changes",
                        "column telling.password looks like a secret and is shown",
                        "column telling.sign_in_token looks like a secret and is shown");
        assertThatThrownBy(() -> AuditCatalogue.of("unrecorded").assertHolds())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("audit of forgotten");
    }

    @Test
    void anExceptionThatExcusesNothingFails() throws SQLException {
        migrate("excused", CAPTURE + """
                create table thing (tenant_id uuid, id uuid, name text);
                call audit('thing', '{}', '{}');
                """);

        assertThat(AuditCatalogue.of("excused")
                        .unrecorded("thing", "a reason")
                        .shown("thing.name", "a reason")
                        .violations())
                .extracting(Violation::toString)
                .containsExactly(
                        "audit of thing is excepted and needs no exception",
                        "column thing.name is excepted and needs no exception");
    }

    @Test
    void anExceptionNeedsItsReason() {
        assertThatThrownBy(() -> AuditCatalogue.of("excused").unrecorded("thing", " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptySchemaProvesNothing() throws SQLException {
        migrate("unmigrated", "select 1");

        assertThat(violations("unmigrated"))
                .containsExactly("schema unmigrated has no table with tenant_id: was it migrated?");
    }

    private static List<String> violations(String service) {
        return AuditCatalogue.of(service).violations().stream()
                .map(Violation::toString)
                .toList();
    }

    private static void migrate(String service, String sql) throws SQLException {
        TestServers.provision(service);
        try (var connection = TestDatabase.as(service + "_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
