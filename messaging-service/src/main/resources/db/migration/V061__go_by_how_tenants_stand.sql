-- The channels and files that there are already. For once the owner reads past row level security.
alter table channel no force row level security;
alter table attachment no force row level security;
alter table usage_counter no force row level security;
insert into usage_counter (tenant_id, metric, used)
select tenant_id, 'channels', count(*) from channel where deleted_at is null group by tenant_id
union all
-- A file that was sent again is one file of two messages.
select tenant_id, 'storage', sum(size_bytes) from (
    select distinct on (tenant_id, storage_key) tenant_id, size_bytes from attachment
    where status = 'stored' and storage_key is not null and size_bytes is not null) stored
group by tenant_id;
alter table channel force row level security;
alter table attachment force row level security;
alter table usage_counter force row level security;

-- A suspended tenant sends nothing: what is queued waits until it may again. Otherwise as it was.
create policy lookup on tenant_standing for select to messaging_lookup using (true);
grant select (tenant_id, status) on tenant_standing to messaging_lookup;
set role messaging_lookup;
create or replace function channels_with_dispatch_due(p_now timestamptz, p_limit integer)
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
    left join tenant_standing s on s.tenant_id = w.tenant_id
    where exists (select 1 from dispatch d
            where d.tenant_id = w.tenant_id and d.channel_id = w.channel_id
                and d.state <> 'queued' and d.lease_until <= p_now)
        or (k.deleted_at is not null
            or (k.status in ('connecting', 'connected') and k.held_at is null and coalesce(l.free_at <= p_now, true)
                and coalesce(s.status not in ('suspended', 'cancelled'), true)))
            and exists (select 1 from dispatch d
                where d.tenant_id = w.tenant_id and d.channel_id = w.channel_id
                    and d.state = 'queued' and d.next_attempt_at <= p_now)
    limit p_limit
$$;
reset role;
