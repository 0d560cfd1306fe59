create function touch_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;

-- An organisation with its own data.
create table tenant (
    tenant_id uuid primary key default current_setting('app.tenant_id')::uuid,
    slug text not null check (slug ~ '^[a-z0-9-]{3,63}$'),
    name text not null check (length(name) between 1 and 200),
    email text check (length(email) <= 254),
    phone text check (length(phone) <= 40),
    industry text check (length(industry) <= 100),
    website text check (length(website) <= 2000),
    logo_url text check (length(logo_url) <= 2000),
    domain text check (domain = lower(domain) and length(domain) <= 253),
    -- BCP 47, IANA and ISO 3166; the country is where phone numbers without a country code belong
    locale text not null default 'es',
    timezone text not null default 'UTC',
    country text not null check (country ~ '^[A-Z]{2}$'),
    status text not null default 'trialing'
        check (status in ('trialing', 'active', 'past_due', 'suspended', 'cancelled')),
    -- grows with each event about the tenant
    event_sequence bigint not null default 0,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
);
-- Unlike all other unique indexes these do not begin with the tenant: a slug and a domain name one tenant among all. The
-- slug of a deleted tenant is not given away, since what was linked to it would be another's.
create unique index tenant_slug on tenant (slug);
create unique index tenant_domain on tenant (domain) where deleted_at is null;
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant on tenant to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on tenant to tenant_service;
create trigger touch before update on tenant for each row execute function touch_updated_at();

-- A header names a slug: this says whose it is, and nothing else.
create policy lookup on tenant for select to tenant_lookup using (true);
grant select (tenant_id, slug, name, status, country, created_at, deleted_at) on tenant to tenant_lookup;
create function tenant_by_slug(p_slug text) returns table (tenant_id uuid)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select t.tenant_id from tenant t where t.slug = p_slug and t.deleted_at is null
$$;
revoke all on function tenant_by_slug(text) from public;
grant execute on function tenant_by_slug(text) to tenant_service;
alter function tenant_by_slug(text) owner to tenant_lookup;

-- The list of tenants, for platform administrators: only the platform door may ask for it.
create function list_tenants(p_after_created timestamptz, p_after_id uuid, p_status text, p_query text, p_limit integer)
    returns table (tenant_id uuid, slug text, name text, status text, country text, created_at timestamptz)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select t.tenant_id, t.slug, t.name, t.status, t.country, t.created_at
    from tenant t
    where t.deleted_at is null
      and (p_after_id is null or (t.created_at, t.tenant_id) < (p_after_created, p_after_id))
      and (p_status is null or t.status = p_status)
      and (p_query is null or strpos(t.slug, lower(p_query)) > 0 or strpos(lower(t.name), lower(p_query)) > 0)
    order by t.created_at desc, t.tenant_id desc
    limit p_limit
$$;
revoke all on function list_tenants(timestamptz, uuid, text, text, integer) from public;
grant execute on function list_tenants(timestamptz, uuid, text, text, integer) to tenant_platform;
alter function list_tenants(timestamptz, uuid, text, text, integer) owner to tenant_lookup;
create index tenant_created on tenant (created_at desc, tenant_id desc);
