-- Each webhook as it came, kept before its 200.
create table provider_event (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null,
    channel_id uuid not null,
    body bytea not null,
    -- taken: its items are applied; unreadable: not understood; aside: understood, but storing it failed
    status text not null check (status in ('taken', 'unreadable', 'aside')),
    problem text,
    request_id text,
    received_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
-- The body rarely compresses enough to be worth the time.
alter table provider_event alter column body set storage external;
create index provider_event_problems on provider_event (tenant_id, id desc) where status <> 'taken';
alter table provider_event enable row level security;
alter table provider_event force row level security;
create policy tenant on provider_event
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on provider_event to messaging_service;

-- A status, reaction, edit or deletion that came before the message it is about.
create table waiting_item (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    channel_id uuid not null,
    external_id text not null,
    item jsonb not null,
    -- the same item may come again while it waits
    fingerprint text not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, channel_id, external_id, fingerprint)
);
alter table waiting_item enable row level security;
alter table waiting_item force row level security;
create policy tenant on waiting_item
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, delete on waiting_item to messaging_service;

-- A realtime ticket's nonce, so that it opens one socket only.
create table realtime_nonce (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    nonce text not null,
    used_at timestamptz not null default now(),
    primary key (tenant_id, nonce)
);
alter table realtime_nonce enable row level security;
alter table realtime_nonce force row level security;
create policy tenant on realtime_nonce
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, delete on realtime_nonce to messaging_service;
