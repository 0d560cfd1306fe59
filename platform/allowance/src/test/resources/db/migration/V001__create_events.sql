-- What a service needs to publish and to consume events. Every service carries this text unchanged in its first migration
-- (Flyway fills in the schema's name, from which the roles have theirs). The service appends events, the relay alone
-- publishes them; it works for all tenants at once, so its policies are the exceptions to the rule of one tenant.

create table outbox (
  seq bigint generated always as identity primary key,
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null default uuidv7(),
  topic text not null,
  key text not null,
  subject text not null,
  aggregate_sequence bigint not null,
  request_id text,
  occurred_at timestamptz not null default now(),
  payload text not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant on outbox for insert to ${flyway:defaultSchema}_service
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
create policy relay on outbox to ${flyway:defaultSchema}_relay using (true);
grant insert on outbox to ${flyway:defaultSchema}_service;
grant select, delete on outbox to ${flyway:defaultSchema}_relay;

-- Events that Kafka refuses for good, set aside so that they hold up no other.
create table outbox_parked (
  seq bigint primary key,
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  topic text not null,
  key text not null,
  subject text not null,
  aggregate_sequence bigint not null,
  request_id text,
  occurred_at timestamptz not null,
  payload text not null,
  reason text not null,
  parked_at timestamptz not null default now()
);
alter table outbox_parked enable row level security;
alter table outbox_parked force row level security;
create policy relay on outbox_parked to ${flyway:defaultSchema}_relay using (true);
grant select, insert, delete on outbox_parked to ${flyway:defaultSchema}_relay;

-- What was published, in the order of publication. The service reads its tenant's part of it.
create table event_log (
  position bigint primary key,
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  topic text not null,
  key text not null,
  subject text not null,
  aggregate_sequence bigint not null,
  request_id text,
  occurred_at timestamptz not null,
  payload text not null,
  published_at timestamptz not null default now()
);
create index event_log_tenant on event_log (tenant_id, position);
alter table event_log enable row level security;
alter table event_log force row level security;
create policy tenant on event_log for select to ${flyway:defaultSchema}_service
  using (tenant_id = (select current_setting('app.tenant_id')::uuid));
create policy relay on event_log to ${flyway:defaultSchema}_relay using (true);
grant select on event_log to ${flyway:defaultSchema}_service;
grant select, insert, delete on event_log to ${flyway:defaultSchema}_relay;

-- One row: the last position given, and the last that was deleted. The relay writes it under its lock together with the
-- events, so a position becomes visible only after all smaller ones, and none is missing.
create table event_log_head (
  single boolean primary key default true check (single),
  position bigint not null default 0,
  pruned_to bigint not null default 0
);
insert into event_log_head default values;
grant select, update on event_log_head to ${flyway:defaultSchema}_relay;

-- The events whose effect a consumer has committed.
create table processed_event (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  consumer text not null,
  event_id uuid not null,
  processed_at timestamptz not null default now(),
  primary key (tenant_id, consumer, event_id)
);
-- Forgetting goes by age, over all tenants.
create index processed_event_age on processed_event (processed_at);
alter table processed_event enable row level security;
alter table processed_event force row level security;
create policy tenant on processed_event to ${flyway:defaultSchema}_service
  using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
create policy relay on processed_event to ${flyway:defaultSchema}_relay using (true);
grant select, insert on processed_event to ${flyway:defaultSchema}_service;
grant select, delete on processed_event to ${flyway:defaultSchema}_relay;

-- For the one writer that commits the work of several tenants at once: sets each tenant before its events, which come
-- grouped by tenant. The last tenant stays set for the rest of the transaction.
create function outbox_append(
  tenants uuid[], topics text[], keys text[], subjects text[], sequences bigint[], request_ids text[],
  times timestamptz[], payloads text[]
) returns void language plpgsql as $$
declare
  first int := 1;
  last int;
  size constant int := cardinality(tenants);
begin
  while first <= size loop
    last := first;
    while last < size and tenants[last + 1] = tenants[first] loop
      last := last + 1;
    end loop;
    perform set_config('app.tenant_id', tenants[first]::text, true);
    insert into outbox (topic, key, subject, aggregate_sequence, request_id, occurred_at, payload)
    select e.topic, e.key, e.subject, e.sequence, e.request_id, coalesce(e.time, now()), e.payload
    from unnest(topics[first:last], keys[first:last], subjects[first:last], sequences[first:last],
        request_ids[first:last], times[first:last], payloads[first:last])
      with ordinality as e (topic, key, subject, sequence, request_id, time, payload, place)
    order by e.place;
    first := last + 1;
  end loop;
end
$$;
revoke all on function outbox_append from public;
grant execute on function outbox_append to ${flyway:defaultSchema}_service;
