-- The months that there are, and whether they are so old that they may go at all: 90 days, whatever the service believes.
create function audit_months() returns table (month date, may_go boolean)
    language sql stable set search_path = tenant, pg_temp as $$
    select m.month, (m.month + interval '1 month') at time zone 'UTC' <= now() - interval '90 days'
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    cross join lateral (select to_date(substr(c.relname, 13), 'YYYY_MM') as month) m
    where i.inhparent = 'audit_entry'::regclass
    order by 1
$$;
grant execute on function audit_months to tenant_service;

-- Partitions are tables, and only their owner makes and drops tables: these two functions are all that the service can
-- have done in the owner's name. Each makes or drops the partition of one month and takes nothing but that month.

-- Says whether it made it; false where it was there. It is attached, which lets others read and write meanwhile.
create function make_audit_month(p_month date) returns boolean
    language plpgsql security definer set search_path = tenant, pg_temp as $$
declare
    first constant date := date_trunc('month', p_month)::date;
    partition constant text := to_char(first, '"audit_entry_"YYYY_MM');
begin
    if exists (select from audit_months() m where m.month = first) then
        return false;
    end if;
    if first not between (now() - interval '2 months')::date and (now() + interval '12 months')::date then
        raise exception 'not a month that entries are recorded in now: %', first using errcode = '53400';
    end if;
    perform pg_advisory_xact_lock(hashtext('audit_entry'));
    if exists (select from audit_months() m where m.month = first) then
        return false;
    end if;
    execute format('create table %I (like audit_entry including all)', partition);
    execute format('alter table %I enable row level security, force row level security', partition);
    execute format('alter table audit_entry attach partition %I for values from (%L) to (%L)', partition,
        first::timestamp at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
    return true;
end $$;
revoke all on function make_audit_month from public;
grant execute on function make_audit_month to tenant_service;

-- A chain must know where it begins before its beginning goes: these have not been told yet.
create policy lookup on audit_entry for select to tenant_lookup using (true);
create policy lookup on audit_chain for select to tenant_lookup using (true);
grant select (tenant_id, recorded_at) on audit_entry to tenant_lookup;
grant select (tenant_id, dropped_before) on audit_chain to tenant_lookup;
create function audit_chains_reaching_before(p_time timestamptz, p_limit integer) returns table (tenant_id uuid)
    language sql stable security definer set search_path = tenant, pg_temp as $$
    select c.tenant_id from audit_chain c
    where c.dropped_before < p_time
        and exists (select from audit_entry e where e.tenant_id = c.tenant_id and e.recorded_at < p_time)
    limit p_limit
$$;
revoke all on function audit_chains_reaching_before from public;
grant execute on function audit_chains_reaching_before to tenant_service;
alter function audit_chains_reaching_before owner to tenant_lookup;
-- The function below asks it in the owner's name, and only its own owner can let it.
set role tenant_lookup;
grant execute on function audit_chains_reaching_before to tenant_owner;
reset role;

-- False, and nothing is done, while it may not go, and while a chain reaches into it.
create function drop_audit_month(p_month date) returns boolean
    language plpgsql security definer set search_path = tenant, pg_temp set lock_timeout = '2s' as $$
declare
    first constant date := date_trunc('month', p_month)::date;
    next constant timestamptz := (first + interval '1 month') at time zone 'UTC';
begin
    if not exists (select from audit_months() m where m.month = first and m.may_go)
        or exists (select from audit_chains_reaching_before(next, 1))
    then
        return false;
    end if;
    execute format('drop table %I', to_char(first, '"audit_entry_"YYYY_MM'));
    return true;
end $$;
revoke all on function drop_audit_month from public;
grant execute on function drop_audit_month to tenant_service;

select make_audit_month((now() + n * interval '1 month')::date) from generate_series(0, 2) n;
