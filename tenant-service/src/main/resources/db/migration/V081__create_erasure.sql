-- That a tenant was erased, by whom, and what each service said of it. It outlives the tenant, so it belongs to none, is
-- reached by the door platform, and holds nothing personal: ids, the slug, counts.
create table erasure (
    id uuid primary key,
    tenant uuid not null unique,
    -- never given away again: what was linked to it would be another's
    slug text not null unique,
    requested_by uuid not null,
    requested_at timestamptz not null default now(),
    export_waived boolean not null,
    -- which services' exports had been taken, and when
    exports jsonb not null,
    done_at timestamptz
);
grant select, update on erasure to tenant_platform;
grant select, insert on erasure to tenant_lookup;

-- The services whose word is awaited.
create table erasure_part (
    erasure_id uuid not null references erasure (id),
    service text not null,
    begun_at timestamptz,
    confirmed_at timestamptz,
    scanned_at timestamptz,
    erased jsonb,
    remaining jsonb,
    primary key (erasure_id, service)
);
grant select, insert, update on erasure_part to tenant_platform;
grant insert on erasure_part to tenant_lookup;

-- Whose account goes with the tenant, since they are in no other. A row stays for some minutes after that, until nothing
-- that the identity provider issued before can bring the person back.
create table erasure_person (
    id uuid primary key default uuidv7(),
    erasure_id uuid not null references erasure (id),
    tenant uuid not null,
    user_id uuid,
    email text not null,
    next_attempt_at timestamptz not null default now(),
    removed_at timestamptz
);
create index erasure_person_due on erasure_person (next_attempt_at);
create index erasure_person_of_erasure on erasure_person (erasure_id);
grant select, update, delete on erasure_person to tenant_platform;
grant insert on erasure_person to tenant_lookup;
grant delete on user_account to tenant_platform;

-- Written in the transaction that ends the tenant, whose id is the transaction's.
create function request_erasure(p_id uuid, p_by uuid, p_waived boolean, p_exports jsonb, p_services text[]) returns void
    language sql security definer set search_path = tenant, pg_temp as $$
    insert into erasure (id, tenant, slug, requested_by, export_waived, exports)
    select p_id, t.tenant_id, t.slug, p_by, p_waived, p_exports from tenant t
    where t.tenant_id = current_setting('app.tenant_id')::uuid;
    insert into erasure_part (erasure_id, service) select p_id, unnest(p_services);
    insert into erasure_person (erasure_id, tenant, user_id, email)
    select p_id, m.tenant_id, m.user_id, m.email from member m
    where m.tenant_id = current_setting('app.tenant_id')::uuid;
$$;
revoke all on function request_erasure from public;
grant execute on function request_erasure to tenant_service;
alter function request_erasure owner to tenant_lookup;

-- Whether somebody has a place, even one that was taken from them, in another tenant.
create function is_member_elsewhere(p_tenant uuid, p_user uuid, p_email text) returns table (elsewhere boolean)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select exists (select from member m where m.user_id = p_user and m.tenant_id <> p_tenant)
        or exists (select from member m where m.email = p_email and m.tenant_id <> p_tenant)
$$;
revoke all on function is_member_elsewhere from public;
grant execute on function is_member_elsewhere to tenant_service;
alter function is_member_elsewhere owner to tenant_lookup;
create index member_lookup_any_email on member (email);

create function is_slug_of_erased(p_slug text) returns boolean
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select exists (select from erasure e where e.slug = p_slug)
$$;
revoke all on function is_slug_of_erased from public;
grant execute on function is_slug_of_erased to tenant_service;
alter function is_slug_of_erased owner to tenant_lookup;
create function refuse_slug_of_erased() returns trigger language plpgsql as $$
begin
    if is_slug_of_erased(new.slug) then
        -- In PostgreSQL's own words, from which Hibernate reads the name of the index.
        raise exception 'duplicate key value violates unique constraint "tenant_slug"' using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger slug_of_erased before insert on tenant for each row execute function refuse_slug_of_erased();

-- A tenant that is erased has no owner to keep.
drop trigger owner_remains on member;
create constraint trigger owner_remains after update of role or delete on member
    deferrable initially deferred for each row when (old.role = 'owner' and current_user <> 'tenant_lookup')
    execute function require_owner();

-- Which service's holdings were given out to the end, and when last.
create table tenant_export (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    service text not null,
    exported_at timestamptz not null,
    row_count bigint not null,
    file_count bigint not null,
    primary key (tenant_id, service)
);
alter table tenant_export enable row level security;
alter table tenant_export force row level security;
create policy tenant on tenant_export to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on tenant_export to tenant_service;
