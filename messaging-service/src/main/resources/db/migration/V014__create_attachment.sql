-- A file of a message. Its bytes are in the object storage under storage_key once status is stored.
create table attachment (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id uuid not null default uuidv7(),
    -- null while an uploaded file waits for the message it will go out with
    message_id uuid,
    channel_id uuid,
    position smallint not null default 0,
    kind text not null check (kind in ('image', 'audio', 'video', 'document', 'sticker')),
    content_type text,
    file_name text,
    size_bytes bigint,
    sha256 text,
    voice boolean,
    animated boolean,
    -- pending: to be fetched from the provider; unavailable: the provider has it no more; failed: see problem
    status text not null check (status in ('pending', 'stored', 'failed', 'unavailable')),
    problem text,
    provider_media_id text,
    storage_key text,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    uploaded_by text,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
create index attachment_of_message on attachment (tenant_id, message_id, position);
create index attachment_pending on attachment (next_attempt_at) where status = 'pending';
alter table attachment enable row level security;
alter table attachment force row level security;
create policy tenant on attachment
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on attachment to messaging_service;

-- Which attachments are due to be fetched.
create policy lookup on attachment for select to messaging_lookup using (true);
grant select (tenant_id, id, status, next_attempt_at) on attachment to messaging_lookup;
create function attachments_due(p_now timestamptz, p_limit integer) returns table (tenant_id uuid, attachment_id uuid)
    language sql stable security definer set search_path = messaging, pg_temp as $$
    select a.tenant_id, a.id from attachment a
    where a.status = 'pending' and a.next_attempt_at <= p_now
    order by a.next_attempt_at
    limit p_limit
$$;
revoke all on function attachments_due(timestamptz, integer) from public;
grant execute on function attachments_due(timestamptz, integer) to messaging_service;
alter function attachments_due(timestamptz, integer) owner to messaging_lookup;
