-- An account's templates can be read by any of its channels that works. Which one is decided when they are due, so that
-- neither a channel that moved to another account nor one that is dead stands in the way.
-- failed: from when a read begins until it succeeds; the next one is then tried by the account's next channel.
alter table template_sync add column failed boolean not null default false;
grant select (failed) on template_sync to messaging_lookup;

drop function template_syncs_due(timestamptz, integer);
-- Says what is due and takes none of it: whoever reads an account claims it as its tenant, and only one succeeds.
create function template_syncs_due(p_now timestamptz, p_limit integer)
    returns table (tenant_id uuid, account_id text, channel_id uuid)
    language sql stable security definer set search_path = messaging, pg_temp as $$
    -- Those that no channel can read now take no place of others; they are due still when one can.
    (select s.tenant_id, s.account_id, k.id from template_sync s
    cross join lateral (select c.id from channel c
        where c.tenant_id = s.tenant_id and c.settings ->> 'businessAccountId' = s.account_id
            and c.status = 'connected' and c.held_at is null and c.deleted_at is null
        order by case when s.failed then c.id > s.channel_id else c.id = s.channel_id end desc, c.id
        limit 1) k
    where s.next_sync_at <= p_now
    order by s.next_sync_at
    limit p_limit)
    union all
    -- Channels that work and whose account nobody has asked about.
    (select distinct on (c.tenant_id, c.settings ->> 'businessAccountId')
        c.tenant_id, c.settings ->> 'businessAccountId', c.id from channel c
    where c.status = 'connected' and c.held_at is null and c.deleted_at is null
        and c.settings ->> 'businessAccountId' is not null
        and not exists (select from template_sync s
            where s.tenant_id = c.tenant_id and s.account_id = c.settings ->> 'businessAccountId')
    order by c.tenant_id, c.settings ->> 'businessAccountId', c.id
    limit p_limit)
    union all
    -- Accounts that no channel is of any more: there is nothing to read them by, and they are to be forgotten.
    (select s.tenant_id, s.account_id, null from template_sync s
    where s.next_sync_at <= p_now and not exists (select from channel c
        where c.tenant_id = s.tenant_id and c.settings ->> 'businessAccountId' = s.account_id and c.deleted_at is null)
    limit p_limit)
$$;
revoke all on function template_syncs_due(timestamptz, integer) from public;
grant execute on function template_syncs_due(timestamptz, integer) to messaging_service;
alter function template_syncs_due(timestamptz, integer) owner to messaging_lookup;
