-- The identity provider that a tenant brings for the people of its domains.
create table identity_provider (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid primary key references tenant (tenant_id),
    issuer text not null check (length(issuer) between 8 and 500),
    client_id text not null check (length(client_id) between 1 and 255),
    -- encrypted by the service
    client_secret text not null,
    enabled boolean not null,
    -- people of its domains may sign in in no other way
    required boolean not null,
    -- what it said of itself when it was set
    authorization_endpoint text not null check (length(authorization_endpoint) <= 1000),
    token_endpoint text not null check (length(token_endpoint) <= 1000),
    jwks_uri text not null check (length(jwks_uri) <= 1000),
    client_authentication text not null check (client_authentication in ('client_secret_basic', 'client_secret_post')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
alter table identity_provider enable row level security;
alter table identity_provider force row level security;
create policy tenant on identity_provider to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on identity_provider to tenant_service;
create trigger touch before update on identity_provider for each row execute function touch_updated_at();
call audit('identity_provider', 'identity-provider', p_id => '{tenant_id}', p_redacted => '{client_secret}');

-- Whose provider is to be there, for the comparison with what is there.
create policy lookup on identity_provider for select to tenant_lookup using (true);
grant select (tenant_id) on identity_provider to tenant_lookup;
create function tenants_with_identity_provider(p_after uuid, p_limit integer) returns table (tenant_id uuid)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select p.tenant_id from identity_provider p where p.tenant_id > p_after order by p.tenant_id limit p_limit
$$;
revoke all on function tenants_with_identity_provider(uuid, integer) from public;
grant execute on function tenants_with_identity_provider(uuid, integer) to tenant_service;
alter function tenants_with_identity_provider(uuid, integer) owner to tenant_lookup;
