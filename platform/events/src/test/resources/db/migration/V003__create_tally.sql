-- What an entity of the probe's keeps.
create table tally (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  id uuid not null,
  total bigint not null,
  last_number bigint not null check (last_number >= 0),
  primary key (tenant_id, id)
);
alter table tally enable row level security;
alter table tally force row level security;
create policy tenant on tally using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on tally to probe_service;
