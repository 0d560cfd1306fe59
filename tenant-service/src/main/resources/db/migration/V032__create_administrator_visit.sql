-- That a platform administrator is in a tenant is noted, but not with every passport.
create table administrator_visit (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    user_id uuid not null,
    noted_at timestamptz not null default now(),
    primary key (tenant_id, user_id)
);
alter table administrator_visit enable row level security;
alter table administrator_visit force row level security;
create policy tenant on administrator_visit to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on administrator_visit to tenant_service;
