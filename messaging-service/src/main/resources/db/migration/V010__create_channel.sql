-- A connected account: a WhatsApp number, a bot, a mailbox.
create table channel (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    type text not null check (type in ('whatsapp')),
    name text not null check (length(name) between 1 and 120),
    -- connecting: not yet checked; failed: see last_error; disabled: by a person
    status text not null default 'connecting' check (status in ('connecting', 'connected', 'failed', 'disabled')),
    -- what the provider calls this account: WhatsApp's phone number id
    account_id text not null,
    settings jsonb not null default '{}',
    -- name → value encrypted by the service
    secrets jsonb not null default '{}',
    last_error text,
    last_error_at timestamptz,
    checked_at timestamptz,
    -- Sending is held (token expired, account locked) until somebody mends it; what is queued waits.
    held_at timestamptz,
    held_reason text,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    primary key (tenant_id, id)
);
create unique index channel_account on channel (tenant_id, type, account_id) where deleted_at is null;
alter table channel enable row level security;
alter table channel force row level security;
create policy tenant on channel
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on channel to messaging_service;

create function touch_updated_at() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;
create trigger touch before update on channel for each row execute function touch_updated_at();

-- A webhook names a channel and no tenant: this says whose channel it is, and nothing else.
create policy lookup on channel for select to messaging_lookup using (true);
grant select (tenant_id, id, deleted_at) on channel to messaging_lookup;
create function tenant_of_channel(p_channel uuid) returns table (tenant_id uuid)
    language sql stable security definer set search_path = messaging, pg_temp as $$
    select c.tenant_id from channel c where c.id = p_channel and c.deleted_at is null
$$;
revoke all on function tenant_of_channel(uuid) from public;
grant execute on function tenant_of_channel(uuid) to messaging_service;
alter function tenant_of_channel(uuid) owner to messaging_lookup;
-- Looked up by id alone, in all tenants.
create index channel_lookup on channel (id);

-- What the provider says of the account rather than in a conversation: templates approved, quality, restrictions, calls.
create table channel_event (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    channel_id uuid not null,
    kind text not null,
    details jsonb not null default '{}',
    provider_time timestamptz,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, channel_id) references channel (tenant_id, id)
);
create index channel_event_of_channel on channel_event (tenant_id, channel_id, id desc);
alter table channel_event enable row level security;
alter table channel_event force row level security;
create policy tenant on channel_event
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert on channel_event to messaging_service;
