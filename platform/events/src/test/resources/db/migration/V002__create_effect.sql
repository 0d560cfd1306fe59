-- What a consumer did about an event: a row for each time it did it.
create table effect (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  place bigint generated always as identity,
  consumer text not null,
  event_id uuid not null,
  key text not null,
  sequence bigint not null check (sequence >= 0),
  request_id text,
  primary key (tenant_id, place)
);
alter table effect enable row level security;
alter table effect force row level security;
create policy tenant on effect using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert on effect to probe_service;
