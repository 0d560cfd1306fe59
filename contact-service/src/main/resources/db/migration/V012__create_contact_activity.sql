-- When a contact last wrote to us, and how often. It changes with each message, so it stands beside the contact and not in
-- it: there each message would rewrite the search index too.
create table contact_activity (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  contact_id uuid not null,
  -- '-infinity' is never: such contacts come last, and a page can begin behind them.
  last_interaction_at timestamptz not null default '-infinity',
  interaction_count bigint not null default 0 check (interaction_count >= 0),
  primary key (tenant_id, contact_id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id)
) with (fillfactor = 80);

create index contact_by_activity on contact_activity (tenant_id, last_interaction_at desc, contact_id desc);

alter table contact_activity enable row level security;
alter table contact_activity force row level security;
create policy tenant on contact_activity
  using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on contact_activity to contact_service;
