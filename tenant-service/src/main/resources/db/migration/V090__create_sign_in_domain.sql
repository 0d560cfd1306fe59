-- The e-mail domains for which a tenant wants to look after how people sign in. Many may claim one; who shows by DNS that it
-- is theirs holds it.
create table sign_in_domain (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    -- as DNS has it: lower case, ASCII
    domain text not null check (domain = lower(domain) and length(domain) between 3 and 253),
    -- what the TXT record must say
    challenge text not null check (length(challenge) between 20 and 100),
    verified_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant (tenant_id)
);
create unique index sign_in_domain_claim on sign_in_domain (tenant_id, domain);
-- Unlike other unique indexes it does not begin with the tenant: of all tenants one holds a domain.
create unique index sign_in_domain_holder on sign_in_domain (domain) where verified_at is not null;
alter table sign_in_domain enable row level security;
alter table sign_in_domain force row level security;
create policy tenant on sign_in_domain to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on sign_in_domain to tenant_service;
create trigger touch before update on sign_in_domain for each row execute function touch_updated_at();
call audit('sign_in_domain', 'sign-in-domain');
