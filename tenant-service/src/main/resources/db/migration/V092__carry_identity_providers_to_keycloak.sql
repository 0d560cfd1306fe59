-- For which tenants what they want of sign-ins has still to be carried to where people sign in. It commits with what was
-- changed, whoever changes it, and outlives the tenant, whose provider has to go when it is erased: so it belongs to none,
-- is reached by the door platform, and holds nothing but ids.
create table identity_provider_sync (
    tenant uuid primary key,
    -- counts what was changed, so that what is changed while it is carried over is carried over as well
    revision bigint not null default 1,
    due_at timestamptz not null default now(),
    attempts integer not null default 0,
    -- why the last attempt failed, in a word
    problem text check (length(problem) <= 100)
);
create index identity_provider_sync_due on identity_provider_sync (due_at);
grant select, update, delete on identity_provider_sync to tenant_platform;
grant select, insert, update on identity_provider_sync to tenant_lookup;

create function ask_identity_provider_sync() returns trigger
language plpgsql security definer set search_path = tenant, pg_temp as $$
begin
    insert into identity_provider_sync as s (tenant) values (coalesce(new.tenant_id, old.tenant_id))
    on conflict (tenant) do update set revision = s.revision + 1, due_at = now(), attempts = 0, problem = null;
    return null;
end
$$;
create trigger sync after insert or update or delete on identity_provider
    for each row execute function ask_identity_provider_sync();
-- What is merely claimed concerns nobody else.
create trigger sync_verified after update of verified_at on sign_in_domain
    for each row when (old.verified_at is distinct from new.verified_at) execute function ask_identity_provider_sync();
create trigger sync_deleted after delete on sign_in_domain
    for each row when (old.verified_at is not null) execute function ask_identity_provider_sync();
revoke all on function ask_identity_provider_sync() from public;
alter function ask_identity_provider_sync() owner to tenant_lookup;

-- What has still to be done for the transaction's tenant; no row where all is done.
create function identity_provider_to_sync() returns table (attempts integer, problem text)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select s.attempts, s.problem from identity_provider_sync s
    where s.tenant = current_setting('app.tenant_id')::uuid
$$;
revoke all on function identity_provider_to_sync() from public;
grant execute on function identity_provider_to_sync() to tenant_service;
alter function identity_provider_to_sync() owner to tenant_lookup;
