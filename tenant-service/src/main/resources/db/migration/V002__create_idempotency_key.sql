-- The answers of requests that came with an Idempotency-Key, kept for 24 hours. Every service that takes such keys carries
-- this text unchanged in its first migration (Flyway fills in the schema's name, from which the roles have theirs).

create table idempotency_key (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  actor text not null,
  route text not null,
  key text not null,
  request_hash text not null,
  -- Empty until the effect is done; both commit together, so nobody ever sees it empty.
  status int,
  headers text,
  body text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, actor, route, key)
);
-- Forgetting goes by age, over all tenants.
create index idempotency_key_age on idempotency_key (created_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant on idempotency_key to ${flyway:defaultSchema}_service
  using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
create policy purge on idempotency_key to ${flyway:defaultSchema}_lookup
  using (created_at < now() - interval '24 hours');
grant select, insert, update on idempotency_key to ${flyway:defaultSchema}_service;
-- Updating is not done, but its right is what locking a row asks for.
grant select, update, delete on idempotency_key to ${flyway:defaultSchema}_lookup;

-- Forgets keys whose day has passed, those of all tenants, and says how many it was; at most so many in one call.
create function purge_idempotency_keys(at_most int) returns bigint
language sql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
  with old as (
    select ctid from idempotency_key where created_at < now() - interval '24 hours' limit at_most for update skip locked
  ), gone as (
    delete from idempotency_key where ctid in (select ctid from old) returning 1
  )
  select count(*) from gone
$$;
revoke all on function purge_idempotency_keys from public;
grant execute on function purge_idempotency_keys to ${flyway:defaultSchema}_service;
-- Last, since only its owner can grant it.
alter function purge_idempotency_keys owner to ${flyway:defaultSchema}_lookup;
