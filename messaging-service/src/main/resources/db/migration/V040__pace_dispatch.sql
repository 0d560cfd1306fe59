-- Preparing: the file of the message is on its way to the provider. Nothing was said to the customer yet, so when its
-- lease runs out it is simply done again.
alter table dispatch drop constraint dispatch_state_check;
alter table dispatch add constraint dispatch_state_check check (state in ('queued', 'preparing', 'sending'));
-- How often the provider failed on this very message, as against those times when it was merely too fast for it.
alter table dispatch add column failures integer not null default 0;
create index dispatch_leased on dispatch (tenant_id, channel_id, lease_until) where state <> 'queued';

-- When a channel may send next, whichever replica sends: who takes messages to send holds this row while it takes.
create table dispatch_lane (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    channel_id uuid not null,
    free_at timestamptz,
    -- how often in a row the provider asked to slow down
    pauses integer not null default 0,
    primary key (tenant_id, channel_id),
    foreign key (tenant_id, channel_id) references channel (tenant_id, id)
);
alter table dispatch_lane enable row level security;
alter table dispatch_lane force row level security;
create policy tenant on dispatch_lane
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on dispatch_lane to messaging_service;

-- Which channels have something to send now, or a lease that ran out. It steps from channel to channel, so it costs the
-- same whether one message waits in each or a million.
create policy lookup on dispatch for select to messaging_lookup using (true);
grant select (tenant_id, channel_id, state, next_attempt_at, lease_until) on dispatch to messaging_lookup;
create policy lookup on dispatch_lane for select to messaging_lookup using (true);
grant select (tenant_id, channel_id, free_at) on dispatch_lane to messaging_lookup;
grant select (status, held_at) on channel to messaging_lookup;
create function channels_with_dispatch_due(p_now timestamptz, p_limit integer)
    returns table (tenant_id uuid, channel_id uuid)
    language sql stable security definer set search_path = messaging, pg_temp as $$
    with recursive waiting as (
        (select d.tenant_id, d.channel_id from dispatch d order by d.tenant_id, d.channel_id limit 1)
        union all
        select n.tenant_id, n.channel_id from waiting w cross join lateral (
            select d.tenant_id, d.channel_id from dispatch d
            where (d.tenant_id, d.channel_id) > (w.tenant_id, w.channel_id)
            order by d.tenant_id, d.channel_id limit 1) n
    )
    select w.tenant_id, w.channel_id from waiting w
    join channel k on k.tenant_id = w.tenant_id and k.id = w.channel_id
    left join dispatch_lane l on l.tenant_id = w.tenant_id and l.channel_id = w.channel_id
    where exists (select 1 from dispatch d
            where d.tenant_id = w.tenant_id and d.channel_id = w.channel_id
                and d.state <> 'queued' and d.lease_until <= p_now)
        or (k.deleted_at is not null
            or (k.status in ('connecting', 'connected') and k.held_at is null and coalesce(l.free_at <= p_now, true)))
            and exists (select 1 from dispatch d
                where d.tenant_id = w.tenant_id and d.channel_id = w.channel_id
                    and d.state = 'queued' and d.next_attempt_at <= p_now)
    limit p_limit
$$;
revoke all on function channels_with_dispatch_due(timestamptz, integer) from public;
grant execute on function channels_with_dispatch_due(timestamptz, integer) to messaging_service;
alter function channels_with_dispatch_due(timestamptz, integer) owner to messaging_lookup;

-- How much waits in all, and since when: for the operator, who sees no tenant in it.
grant select (created_at) on dispatch to messaging_lookup;
create function dispatch_backlog() returns table (waiting bigint, oldest timestamptz)
    language sql stable security definer set search_path = messaging, pg_temp as $$
    select count(*), min(d.created_at) from dispatch d
$$;
revoke all on function dispatch_backlog() from public;
grant execute on function dispatch_backlog() to messaging_service;
alter function dispatch_backlog() owner to messaging_lookup;

-- Under which id the provider has a file that we gave it, and until when.
create table attachment_upload (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    attachment_id uuid not null,
    channel_id uuid not null,
    provider_media_id text not null,
    valid_until timestamptz not null,
    primary key (tenant_id, attachment_id, channel_id),
    foreign key (tenant_id, attachment_id) references attachment (tenant_id, id) on delete cascade
);
alter table attachment_upload enable row level security;
alter table attachment_upload force row level security;
create policy tenant on attachment_upload
    using (tenant_id = (select current_setting('app.tenant_id')::uuid))
    with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update, delete on attachment_upload to messaging_service;
