-- What one service needs before its migrations: its schema and its roles. Run by a superuser after provision-database.sql,
-- connected to the database. Safe to run again; it then sets the passwords anew.
-- The tests and the local stack apply it by themselves; an operator sets service, ownerPassword, servicePassword,
-- relayPassword, platformPassword in the environment (a quote in a password doubled), names them to envsubst, which would
-- otherwise replace the dollar quotes below as well, and gives the result to psql -v ON_ERROR_STOP=1 -d tertulia:
-- docs/operations.md has the whole command.
--
--   ${service}_owner     owns the schema and its tables; only migrations log in as it
--   ${service}_service   the application: owns nothing, and row level security holds it
--   ${service}_relay     moves the outbox to the event log, and sees nothing else
--   ${service}_platform  the named door to tables that belong to no tenant
--   ${service}_lookup    cannot log in; owns the few functions that look across tenants
-- What each may do on a table is granted by the migration that creates the table.

do $provision$
declare
  name text;
begin
  foreach name in array array['owner', 'service', 'relay', 'platform', 'lookup'] loop
    if not exists (select from pg_roles where rolname = '${service}_' || name) then
      execute format('create role %I', '${service}_' || name);
    end if;
    execute format('alter role %I nosuperuser nobypassrls nocreatedb nocreaterole noreplication',
      '${service}_' || name);
    -- Not "pg_catalog only": the extensions' operators live in public, where nobody may create anything.
    execute format('alter role %I set search_path = %I, public', '${service}_' || name, '${service}');
    if name <> 'lookup' then
      execute format('grant connect on database %I to %I', current_database(), '${service}_' || name);
    end if;
  end loop;
end
$provision$;

alter role ${service}_owner login password '${ownerPassword}';
alter role ${service}_service login password '${servicePassword}';
alter role ${service}_relay login password '${relayPassword}';
alter role ${service}_platform login password '${platformPassword}';
alter role ${service}_lookup nologin;

-- A statement that runs away, waits for a lock or forgets its transaction gives up by itself.
alter role ${service}_service set statement_timeout = '15s';
alter role ${service}_service set lock_timeout = '5s';
alter role ${service}_service set idle_in_transaction_session_timeout = '30s';
alter role ${service}_platform set statement_timeout = '15s';
alter role ${service}_platform set lock_timeout = '5s';
alter role ${service}_platform set idle_in_transaction_session_timeout = '30s';
-- The relay's transaction stays open while the broker acknowledges.
alter role ${service}_relay set statement_timeout = '15s';
alter role ${service}_relay set lock_timeout = '5s';
alter role ${service}_relay set idle_in_transaction_session_timeout = '2min';
-- A migration that has to wait for a table holds up everyone who comes after it.
alter role ${service}_owner set lock_timeout = '30s';

create schema if not exists ${service} authorization ${service}_owner;
grant usage on schema ${service} to ${service}_service, ${service}_relay, ${service}_platform;

-- Functions are granted one by one, SECURITY DEFINER or not.
alter default privileges for role ${service}_owner revoke execute on functions from public;

-- For "alter function … owner to ${service}_lookup" the owner must be able to become that role, and that role to create
-- in the schema. Without inheritance: policies for the lookup role must not let the owner see anything.
grant ${service}_lookup to ${service}_owner with inherit false, set true, admin false;
grant usage, create on schema ${service} to ${service}_lookup;
