-- How another system calls on behalf of a tenant. Of the key itself only a hash is kept.
create table api_key (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    name text not null check (length(name) between 1 and 120),
    -- the part of the key by which it is found
    prefix text not null,
    -- SHA-256 of the whole key in hex; the key is random and long, so that a slow hash would add nothing
    hash text not null,
    role text not null check (role in ('admin', 'supervisor', 'agent', 'viewer')),
    -- null: all that the role permits
    scopes text[],
    created_by uuid,
    expires_at timestamptz,
    -- written at most once a minute
    last_used_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant (tenant_id)
);
-- Unlike other unique indexes it does not begin with the tenant: the prefix says whose key it is.
create unique index api_key_prefix on api_key (prefix);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant on api_key to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on api_key to tenant_service;

create policy lookup on api_key for select to tenant_lookup using (true);
grant select (tenant_id, id, prefix) on api_key to tenant_lookup;
create function api_key_by_prefix(p_prefix text) returns table (tenant_id uuid, api_key_id uuid)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select k.tenant_id, k.id from api_key k where k.prefix = p_prefix
$$;
revoke all on function api_key_by_prefix(text) from public;
grant execute on function api_key_by_prefix(text) to tenant_service;
alter function api_key_by_prefix(text) owner to tenant_lookup;
