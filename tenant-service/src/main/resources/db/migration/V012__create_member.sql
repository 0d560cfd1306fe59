-- A user's place in one tenant, with a role. Made by e-mail address before the user first signs in.
create table member (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    -- null until the user has signed in once. Users belong to no tenant and are reached by another role, hence no
    -- foreign key.
    user_id uuid,
    email text not null check (email = lower(email) and length(email) between 3 and 254),
    name text not null check (length(name) between 1 and 200),
    avatar_url text check (length(avatar_url) <= 2000),
    role text not null check (role in ('owner', 'admin', 'supervisor', 'agent', 'viewer')),
    -- beside those of the role
    permissions text[] not null default '{}',
    active boolean not null default true,
    -- grows with each event about the member
    event_sequence bigint not null default 0,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant (tenant_id),
    check (role <> 'owner' or active)
);
create unique index member_email on member (tenant_id, email);
create unique index member_user on member (tenant_id, user_id) where user_id is not null;
create unique index member_owner on member (tenant_id) where role = 'owner';
alter table member enable row level security;
alter table member force row level security;
create policy tenant on member to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on member to tenant_service;
create trigger touch before update on member for each row execute function touch_updated_at();

-- The index above allows one owner at most; this allows no less, at the end of each transaction, so that ownership can be
-- handed over within one.
create function require_owner() returns trigger language plpgsql as $$
begin
    if exists (select from tenant t where t.tenant_id = coalesce(new.tenant_id, old.tenant_id))
        and not exists (
            select from member m where m.tenant_id = coalesce(new.tenant_id, old.tenant_id) and m.role = 'owner')
    then
        raise exception 'a tenant has exactly one owner' using errcode = 'check_violation', constraint = 'member_owner';
    end if;
    return null;
end $$;
create constraint trigger owner_of_tenant after insert on tenant
    deferrable initially deferred for each row execute function require_owner();
create constraint trigger owner_remains after update of role or delete on member
    deferrable initially deferred for each row when (old.role = 'owner') execute function require_owner();

-- Someone signs in: this says of which tenants they are a member. A membership that waits for its user is found by the
-- address, which the caller must have seen verified.
create policy lookup on member for select to tenant_lookup using (true);
grant select (tenant_id, id, user_id, email, role, active) on member to tenant_lookup;
create function memberships(p_user uuid, p_email text)
    returns table (tenant_id uuid, member_id uuid, slug text, name text, status text, role text, linked boolean)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select t.tenant_id, m.id, t.slug, t.name, t.status, m.role, m.user_id is not null
    from (
        select tenant_id, id, user_id, role from member where user_id = p_user and active
        union all
        -- unless the user has a place in that tenant already, under another address
        select w.tenant_id, w.id, w.user_id, w.role from member w
        where w.user_id is null and w.email = p_email and w.active
          and not exists (select from member o where o.tenant_id = w.tenant_id and o.user_id = p_user)
    ) m
    join tenant t on t.tenant_id = m.tenant_id
    where t.deleted_at is null
    order by t.slug
$$;
revoke all on function memberships(uuid, text) from public;
grant execute on function memberships(uuid, text) to tenant_service;
alter function memberships(uuid, text) owner to tenant_lookup;
-- Looked up in all tenants.
create index member_lookup_user on member (user_id) where user_id is not null;
create index member_lookup_email on member (email) where user_id is null;
