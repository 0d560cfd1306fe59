-- What a tenant demands of how its people sign in.
create table sign_in_policy (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid primary key references tenant (tenant_id),
    second_factor_required boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
alter table sign_in_policy enable row level security;
alter table sign_in_policy force row level security;
create policy tenant on sign_in_policy to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on sign_in_policy to tenant_service;
create trigger touch before update on sign_in_policy for each row execute function touch_updated_at();
call audit('sign_in_policy', 'sign-in-policy', p_id => '{tenant_id}');
