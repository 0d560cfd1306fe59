-- Who did what, as all services record it (audit.recorded). Nobody changes or removes a row, the service's own role neither:
-- whole months go when they are older than they are kept. Each tenant's entries are numbered without a gap and chained by
-- codes that only the master key makes, so that whoever changes them behind the service's back is found (ADR 0014).
create table audit_entry (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    -- its place in the tenant's chain, from 1
    sequence bigint not null,
    -- grows with the sequence, whatever the clock does, so that a month that is dropped is the beginning of each chain
    recorded_at timestamptz not null,
    happened_at timestamptz not null,
    event_id uuid not null,
    service text not null,
    request_id text,
    actor_type text not null,
    actor_id uuid,
    actor_name text,
    member_id uuid,
    role text,
    action text not null,
    resource_type text not null,
    resource_id text not null,
    -- JSON as text, since the codes are over its very characters
    old_values text,
    new_values text,
    ip text,
    user_agent text,
    -- of the master key
    key_version integer not null,
    -- over all columns above but the sequence
    content_code bytea not null,
    -- that of the entry before
    previous_code bytea not null,
    -- over the sequence and both
    code bytea not null,
    primary key (tenant_id, sequence, recorded_at)
) partition by range (recorded_at);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy tenant on audit_entry to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert on audit_entry to tenant_service;

-- What people ask for, newest first. Most entries are the system's own making of rows: the partial indexes leave them out.
create index audit_entry_by_time on audit_entry (tenant_id, happened_at, sequence);
create index audit_entry_by_resource on audit_entry (tenant_id, resource_id, happened_at, sequence);
create index audit_entry_by_type on audit_entry (tenant_id, resource_type, happened_at, sequence);
create index audit_entry_by_request on audit_entry (tenant_id, request_id, happened_at, sequence)
    where request_id is not null;
create index audit_entry_by_actor on audit_entry (tenant_id, actor_id, happened_at, sequence) where actor_id is not null;
create index audit_entry_by_people on audit_entry (tenant_id, actor_type, happened_at, sequence)
    where actor_type <> 'system';
create index audit_entry_by_action on audit_entry (tenant_id, action, happened_at, sequence)
    where action not in ('created', 'updated');

-- The end of each tenant's chain, so that cutting it off shows; whoever adds to the chain holds its lock.
create table audit_chain (
    tenant_id uuid primary key default current_setting('app.tenant_id')::uuid,
    -- of the last entry
    sequence bigint not null,
    code bytea not null,
    recorded_at timestamptz not null,
    -- of the last entry that went with its month; 0 while none did
    dropped_sequence bigint not null,
    dropped_code bytea not null,
    -- what was recorded before is no part of the chain any more
    dropped_before timestamptz not null,
    key_version integer not null,
    -- over all of it
    seal bytea not null
) with (fillfactor = 50);
alter table audit_chain enable row level security;
alter table audit_chain force row level security;
create policy tenant on audit_chain to tenant_service
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on audit_chain to tenant_service;
