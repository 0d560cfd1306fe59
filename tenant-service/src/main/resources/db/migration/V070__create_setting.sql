-- What a tenant has settled. What is not here, or has no value, is as the default has it; language and time zone stand in
-- the tenant's own row.
create table setting (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    key text not null check (key ~ '^[a-z][a-z.-]{1,62}$'),
    -- null: back to the default; the row stays, so that its version never comes again
    value jsonb,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, key),
    foreign key (tenant_id) references tenant (tenant_id)
);
alter table setting enable row level security;
alter table setting force row level security;
create policy tenant on setting to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on setting to tenant_service;
create trigger touch before update on setting for each row execute function touch_updated_at();
call audit('setting', 'setting', p_id => '{key}');
