-- What tenants have settled in tenant-service. Who is not here, or left a value unset, goes by the installation's.
create table tenant_settings (
    tenant_id uuid primary key default current_setting('app.tenant_id')::uuid,
    -- a conversation resolved less than this ago reopens when the contact writes
    reopen_within interval,
    provider_events_kept_days integer check (provider_events_kept_days >= 1),
    -- ce_sequence of the last event taken, so that an older one changes nothing
    sequence bigint not null
);
alter table tenant_settings enable row level security;
alter table tenant_settings force row level security;
create policy tenant on tenant_settings to messaging_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on tenant_settings to messaging_service;

-- Who forgets sooner than the installation: the purge then works inside each of these tenants.
create policy lookup on tenant_settings for select to messaging_lookup using (true);
grant select (tenant_id, provider_events_kept_days) on tenant_settings to messaging_lookup;
create function tenants_that_forget_sooner(p_days integer) returns table (tenant_id uuid, days integer)
    language sql stable security definer set search_path = messaging, pg_temp as $$
    select s.tenant_id, s.provider_events_kept_days from tenant_settings s where s.provider_events_kept_days < p_days
$$;
revoke all on function tenants_that_forget_sooner(integer) from public;
grant execute on function tenants_that_forget_sooner(integer) to messaging_service;
alter function tenants_that_forget_sooner(integer) owner to messaging_lookup;
