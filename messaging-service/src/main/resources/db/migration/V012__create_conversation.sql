create table conversation (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    channel_id uuid not null,
    identity_id uuid not null,
    contact_id uuid not null,
    status text not null default 'open' check (status in ('open', 'pending', 'snoozed', 'resolved')),
    close_reason text,
    priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
    assignee_id uuid,
    control text not null default 'human' check (control in ('human', 'assistant')),
    archived boolean not null default false,
    unread_count integer not null default 0,
    message_count integer not null default 0,
    agent_message_count integer not null default 0,
    assistant_message_count integer not null default 0,
    -- grows with everything that happens in the conversation: ce_sequence of its events, order of its messages
    sequence bigint not null default 0,
    last_message_at timestamptz not null default now(),
    last_message_preview text,
    reply_window_ends_at timestamptz,
    snoozed_until timestamptz,
    first_response_at timestamptz,
    resolved_at timestamptz,
    -- behind the ETag: changes with what people edit, not with what ingest and dispatch count
    version integer not null default 0,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, channel_id) references channel (tenant_id, id),
    foreign key (tenant_id, identity_id) references identity (tenant_id, id)
) with (fillfactor = 80);
-- One open conversation per channel and identity, whatever races.
create unique index conversation_open on conversation (tenant_id, channel_id, identity_id) where status <> 'resolved';
create index conversation_inbox on conversation (tenant_id, status, last_message_at desc, id desc);
create index conversation_assignee on conversation (tenant_id, assignee_id, status, last_message_at desc, id desc);
create index conversation_identity on conversation (tenant_id, identity_id, resolved_at desc);
create index conversation_contact on conversation (tenant_id, contact_id);
create index conversation_snoozed on conversation (tenant_id, snoozed_until) where status = 'snoozed';
alter table conversation enable row level security;
alter table conversation force row level security;
create policy tenant on conversation
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on conversation to messaging_service;

-- Which tenants have conversations to wake.
create policy lookup on conversation for select to messaging_lookup using (true);
grant select (tenant_id, id, status, snoozed_until) on conversation to messaging_lookup;
create function snoozed_conversations_due(p_now timestamptz, p_limit integer)
    returns table (tenant_id uuid, conversation_id uuid)
    language sql stable security definer set search_path = messaging, pg_temp as $$
    select c.tenant_id, c.id from conversation c
    where c.status = 'snoozed' and c.snoozed_until <= p_now
    limit p_limit
$$;
revoke all on function snoozed_conversations_due(timestamptz, integer) from public;
grant execute on function snoozed_conversations_due(timestamptz, integer) to messaging_service;
alter function snoozed_conversations_due(timestamptz, integer) owner to messaging_lookup;
create index conversation_snoozed_due on conversation (snoozed_until) where status = 'snoozed';
