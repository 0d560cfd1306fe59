-- One thing said in a conversation. Hash-partitioned by tenant; every statement on it names the tenant, so that a plan
-- touches one partition.
create table message (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null,
    conversation_id uuid not null,
    channel_id uuid not null,
    direction text not null check (direction in ('inbound', 'outbound')),
    sender_type text not null check (sender_type in ('contact', 'agent', 'assistant', 'system')),
    sender_id uuid,
    sender_name text,
    kind text not null check (kind in ('text', 'image', 'audio', 'video', 'document', 'sticker', 'location', 'contacts',
        'template', 'interactive', 'unsupported')),
    text text,
    -- location, contacts, interactive, template and extra, as Message shows them; null for what is text only
    content jsonb,
    attachment_count smallint not null default 0,
    reactions jsonb not null default '[]',
    reply_to_external_id text,
    external_id text,
    status text not null check (status in ('received', 'queued', 'unknown', 'sent', 'failed', 'delivered', 'read')),
    error jsonb,
    sequence bigint not null,
    -- the order people see: the provider's time for what came in, ours for what goes out
    occurred_at timestamptz not null,
    provider_time timestamptz,
    edited_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, channel_id, external_id)
) partition by hash (tenant_id);
create index message_history on message (tenant_id, conversation_id, occurred_at desc, sequence desc);
alter table message enable row level security;
alter table message force row level security;
create policy tenant on message
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on message to messaging_service;

do $$
begin
    for n in 0..15 loop
        execute format('create table message_%s partition of message for values with (modulus 16, remainder %s)', n, n);
        execute format('alter table message_%s enable row level security', n);
        execute format('alter table message_%s force row level security', n);
        execute format('create policy tenant on message_%s using (tenant_id = (select current_setting(''app.tenant_id'')::uuid)) with check (tenant_id = (select current_setting(''app.tenant_id'')::uuid))', n);
    end loop;
end $$;

-- What a message was before an edit, a deletion or a reaction changed it.
create table message_revision (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    message_id uuid not null,
    change text not null check (change in ('edited', 'deleted', 'reacted')),
    previous jsonb not null,
    -- the provider's id of the change, so that it happens once
    external_id text,
    at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, message_id) references message (tenant_id, id)
);
create index message_revision_of_message on message_revision (tenant_id, message_id, id);
create unique index message_revision_once on message_revision (tenant_id, message_id, external_id) where external_id is not null;
alter table message_revision enable row level security;
alter table message_revision force row level security;
create policy tenant on message_revision
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert on message_revision to messaging_service;
