-- A tenant in the making, whose founder has still to show that the e-mail address is theirs. It belongs to no tenant, and
-- is forgotten after a day, done or not.
create table signup (
    id uuid primary key,
    -- of the tenant that it becomes: drawn once, so that it cannot become two
    tenant_id_to_be uuid not null,
    email text not null check (email = lower(email) and length(email) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    tenant_name text not null check (length(tenant_name) between 1 and 200),
    slug text not null check (slug ~ '^[a-z0-9-]{3,63}$'),
    locale text not null,
    timezone text not null,
    country text not null check (country ~ '^[A-Z]{2}$'),
    -- HMAC of the code in hex; its key, drawn for this code, is encrypted by the service
    code_key text not null,
    code_hash text not null,
    code_expires_at timestamptz not null,
    tries integer not null default 0,
    confirmed_at timestamptz,
    created_at timestamptz not null default now()
);
create index signup_created on signup (created_at);
grant select, insert, update, delete on signup to tenant_platform;

-- How often something was done by whom: until when their calls are used up. The key is a hash.
create table throttle (
    key text primary key,
    used_until timestamptz not null
);
create index throttle_used_until on throttle (used_until);
grant select, insert, update, delete on throttle to tenant_platform;

-- A slug that no tenant has or had, as near as can be to the one that is wanted.
create function free_slug(p_wanted text) returns table (slug text)
    language sql security definer set search_path = tenant, pg_temp as $$
    select c.slug
    from (select p_wanted as slug, 1 as place
          union all select left(p_wanted, 57) || '-' || n, n from generate_series(2, 200) n
          union all select left(p_wanted, 57) || '-' || substr(md5(random()::text), 1, 5), 201) c
    where not exists (select from tenant t where t.slug = c.slug)
    order by c.place limit 1
$$;
revoke all on function free_slug(text) from public;
grant execute on function free_slug(text) to tenant_service;
alter function free_slug(text) owner to tenant_lookup;
