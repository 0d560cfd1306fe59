-- Templates as the provider has them, of a business account, which several channels can share.
create table template (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    account_id text not null,
    name text not null,
    language text not null,
    -- approved, pending, rejected, paused, disabled …, in the provider's words, in small letters
    status text not null,
    category text not null,
    -- header, body, footer and buttons, in the provider's words
    components jsonb not null,
    synced_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, account_id, name, language)
);
alter table template enable row level security;
alter table template force row level security;
create policy tenant on template
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on template to messaging_service;

-- When an account's templates were read, by which channel, and when they are read again.
create table template_sync (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    account_id text not null,
    channel_id uuid not null,
    -- null: never yet, so that nothing is known of its templates
    synced_at timestamptz,
    next_sync_at timestamptz not null,
    primary key (tenant_id, account_id)
);
create index template_sync_due on template_sync (next_sync_at);
alter table template_sync enable row level security;
alter table template_sync force row level security;
create policy tenant on template_sync
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on template_sync to messaging_service;

-- Which accounts of all tenants are to be read again.
create policy lookup on template_sync for select to messaging_lookup using (true);
grant select (tenant_id, account_id, channel_id, next_sync_at) on template_sync to messaging_lookup;
grant select (type, status, settings) on channel to messaging_lookup;
create function template_syncs_due(p_now timestamptz, p_limit integer)
    returns table (tenant_id uuid, channel_id uuid)
    language sql stable security definer set search_path = messaging, pg_temp as $$
    (select s.tenant_id, s.channel_id from template_sync s
    where s.next_sync_at <= p_now
    order by s.next_sync_at
    limit p_limit)
    union all
    -- Channels that work and whose account nobody has asked about.
    (select c.tenant_id, c.id from channel c
    where c.status = 'connected' and c.deleted_at is null and c.settings ? 'businessAccountId'
        and not exists (select from template_sync s
            where s.tenant_id = c.tenant_id and s.account_id = c.settings ->> 'businessAccountId')
    limit p_limit)
$$;
revoke all on function template_syncs_due(timestamptz, integer) from public;
grant execute on function template_syncs_due(timestamptz, integer) to messaging_service;
alter function template_syncs_due(timestamptz, integer) owner to messaging_lookup;
