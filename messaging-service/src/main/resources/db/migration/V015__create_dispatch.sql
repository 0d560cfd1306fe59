-- What waits to be sent. A row lives from acceptance to the end of sending; the message keeps the result.
create table dispatch (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    message_id uuid not null,
    conversation_id uuid not null,
    channel_id uuid not null,
    -- order of sending within the conversation
    sequence bigint not null,
    -- lower goes first: 0 what a person wrote, 10 campaigns
    priority smallint not null default 0,
    -- sending: a provider call may be under way until lease_until; after that nobody knows whether it was sent
    state text not null default 'queued' check (state in ('queued', 'sending')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null default now(),
    lease_until timestamptz,
    -- the requested content, as the dispatcher will translate it for the provider
    content jsonb not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, message_id)
);
create index dispatch_of_channel on dispatch (tenant_id, channel_id, priority, next_attempt_at, sequence);
create index dispatch_of_conversation on dispatch (tenant_id, conversation_id, sequence);
create index dispatch_due on dispatch (next_attempt_at);
alter table dispatch enable row level security;
alter table dispatch force row level security;
create policy tenant on dispatch
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on dispatch to messaging_service;

-- Each call to a provider, from before it was made: what stands open after a crash may or may not have been sent.
create table send_attempt (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    message_id uuid not null,
    attempt integer not null,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    outcome text check (outcome in ('sent', 'retry', 'failed', 'held', 'unknown')),
    http_status integer,
    code text,
    detail text,
    primary key (tenant_id, id),
    unique (tenant_id, message_id, attempt)
);
alter table send_attempt enable row level security;
alter table send_attempt force row level security;
create policy tenant on send_attempt
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on send_attempt to messaging_service;
