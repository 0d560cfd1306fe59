-- What the database needs once, before any service: run by a superuser, connected to it. Safe to run again.
-- The tests and the local stack apply it by themselves; an operator does: psql -v ON_ERROR_STOP=1 -d tertulia -f provision-database.sql

create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gin with schema public;
create extension if not exists btree_gist with schema public;
create extension if not exists unaccent with schema public;

-- Row level security evaluates a condition before its own only if it leaks nothing, and only then can that condition use
-- an index. The functions below say nothing of the row, whether it matches or not: search stays fast inside a tenant.
alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
alter function pg_catalog.texticlike(text, text) leakproof;
alter function pg_catalog.textlike(text, text) leakproof;
alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;

revoke create on schema public from public;

-- Roles are let in one by one.
do $provision$
begin
  execute format('revoke all on database %I from public', current_database());
end
$provision$;
