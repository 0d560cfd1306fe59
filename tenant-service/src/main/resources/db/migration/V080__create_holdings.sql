-- What a service needs to let go of a whole tenant. Every service carries this text unchanged in a migration of its own,
-- after all that its tables need; afterMigrate.sql then calls make_erasable(), so that no table, present or to come, is
-- forgotten. What belongs to a tenant is read from the catalogue: each table with a tenant_id.

-- Who was erased here: ids that lead nowhere any more, kept so that what comes late brings nothing back. The column is not
-- called tenant_id, for it is to stay.
create table erased_tenant (
  tenant uuid primary key,
  begun_at timestamptz not null default now(),
  -- how many rows went, by table
  erased jsonb not null default '{}',
  reported_at timestamptz,
  -- null: nothing can come any more
  next_sweep_at timestamptz default now()
);
create index erased_tenant_due on erased_tenant (next_sweep_at) where next_sweep_at is not null;
grant select, insert, update on erased_tenant to ${flyway:defaultSchema}_lookup;

-- The tables that hold something of tenants, each before those that it refers to, and what makes a row of it free to go:
-- a table that refers to itself gives the rows first to which none refers.
create function holdings() returns table (name text, free text) language sql stable
set search_path = ${flyway:defaultSchema}, pg_temp as $$
  with recursive held as (
    select c.oid, c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = '${flyway:defaultSchema}'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  ),
  ranked as (
    select oid, 0 as rank from held
    union
    select k.confrelid, r.rank + 1 from ranked r
    join pg_constraint k on k.conrelid = r.oid and k.contype = 'f' and k.confrelid <> k.conrelid and k.conparentid = 0
    where r.rank < 100
  )
  select quote_ident(h.relname), coalesce((
      select string_agg(format(' and not exists (select from %I r where r.tenant_id = h.tenant_id and %s)', h.relname, (
          select string_agg(format('r.%I = h.%I', f.attname, t.attname), ' and ')
          from unnest(k.conkey, k.confkey) as c (referring, referred)
          join pg_attribute f on f.attrelid = h.oid and f.attnum = c.referring
          join pg_attribute t on t.attrelid = h.oid and t.attnum = c.referred)), '')
      from pg_constraint k where k.conrelid = h.oid and k.confrelid = h.oid and k.contype = 'f' and k.conparentid = 0), '')
  from held h
  order by (select max(r.rank) from ranked r where r.oid = h.oid), h.relname
$$;
grant execute on function holdings to ${flyway:defaultSchema}_lookup;

-- Lets each table's rows be erased: by the lookup role, and those only whose tenant the transaction names.
create procedure make_erasable() language plpgsql as $$
declare
  held record;
begin
  for held in
    select h.name, (
        select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
        where a.attrelid = h.name::regclass and (a.attname in ('tenant_id', 'ctid') or exists (
          select from pg_constraint k where k.conrelid = a.attrelid and k.confrelid = a.attrelid and k.contype = 'f'
            and a.attnum = any(k.conkey || k.confkey)))) as columns
    from holdings() h
    where not exists (select from pg_policy p where p.polrelid = h.name::regclass and p.polname = 'erase')
  loop
    execute format('create policy erase on %s to ${flyway:defaultSchema}_lookup '
      'using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))', held.name);
    execute format('grant select (%s), delete on %s to ${flyway:defaultSchema}_lookup', held.columns, held.name);
  end loop;
end
$$;

-- From now on the tenant is gone; its rows go bit by bit. Again: it is swept and reported once more.
create function erase_tenant(p_tenant uuid) returns void
language sql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
  insert into erased_tenant (tenant) values (p_tenant)
  on conflict (tenant) do update set next_sweep_at = now(), reported_at = null
$$;

create function erased_tenants() returns table (tenant uuid)
language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select e.tenant from erased_tenant e
$$;

create function tenants_to_sweep(p_limit int) returns table (tenant uuid)
language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select e.tenant from erased_tenant e where e.next_sweep_at <= now() order by e.next_sweep_at limit p_limit
$$;

-- Erases about so many rows of the transaction's tenant and says how many it was: 0 when there is nothing more, null while
-- another does the same. Without a tombstone nothing goes.
create function erase_holdings(p_limit int) returns bigint
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  gone constant uuid := current_setting('app.tenant_id')::uuid;
  held record;
  went bigint;
  altogether bigint := 0;
  counts jsonb;
begin
  select e.erased into counts from erased_tenant e where e.tenant = gone for update skip locked;
  if not found then
    if exists (select from erased_tenant e where e.tenant = gone) then
      return null;
    end if;
    raise exception 'the tenant was not erased' using errcode = 'insufficient_privilege';
  end if;
  for held in select * from holdings() loop
    loop
      execute format('delete from %s where tenant_id = $1 and ctid = any(array('
        'select h.ctid from %1$s h where h.tenant_id = $1%s limit $2))', held.name, held.free)
        using gone, p_limit - altogether;
      get diagnostics went = row_count;
      if went = 0 and held.free <> '' then
        -- What is left refers to one another in a circle, and only goes together.
        execute format('delete from %s where tenant_id = $1', held.name) using gone;
        get diagnostics went = row_count;
      end if;
      exit when went = 0;
      altogether := altogether + went;
      counts := counts || jsonb_build_object(held.name, coalesce((counts ->> held.name)::bigint, 0) + went);
      exit when altogether >= p_limit or held.free = '';
    end loop;
    exit when altogether >= p_limit;
  end loop;
  if altogether > 0 then
    update erased_tenant e set erased = counts where e.tenant = gone;
  end if;
  return altogether;
end
$$;

-- The scanner: what is left of the transaction's tenant, in every table, counted up to so many.
create function count_holdings(p_at_most int) returns table (name text, held bigint)
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  for name in select h.name from holdings() h loop
    execute format('select count(*) from (select from %s where tenant_id = $1 limit $2) h', name)
      into held using current_setting('app.tenant_id')::uuid, p_at_most;
    return next;
  end loop;
end
$$;

-- Notes a sweep and says whether it is to be reported: the first that found nothing once all has ended that had begun
-- before. The next ones come at ever longer intervals, for a month.
create function swept(p_tenant uuid, p_found boolean, p_settles interval)
returns table (begun timestamptz, erased jsonb, report boolean)
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  e erased_tenant;
begin
  select * into strict e from erased_tenant t where t.tenant = p_tenant for update;
  begun := e.begun_at;
  erased := e.erased;
  report := not p_found and e.reported_at is null and now() >= e.begun_at + p_settles;
  update erased_tenant t set
    reported_at = case when report then now() when p_found then null else t.reported_at end,
    next_sweep_at = case
      when p_found then now()
      when now() < e.begun_at + p_settles then e.begun_at + p_settles
      when now() < e.begun_at + interval '30 days' then now() + (now() - e.begun_at)
    end
  where t.tenant = p_tenant;
  return next;
end
$$;

revoke all on function erase_tenant, erased_tenants, tenants_to_sweep, erase_holdings, count_holdings, swept from public;
grant execute on function erase_tenant, erased_tenants, tenants_to_sweep, erase_holdings, count_holdings, swept
  to ${flyway:defaultSchema}_service;
alter function erase_tenant owner to ${flyway:defaultSchema}_lookup;
alter function erased_tenants owner to ${flyway:defaultSchema}_lookup;
alter function tenants_to_sweep owner to ${flyway:defaultSchema}_lookup;
alter function erase_holdings owner to ${flyway:defaultSchema}_lookup;
alter function count_holdings owner to ${flyway:defaultSchema}_lookup;
alter function swept owner to ${flyway:defaultSchema}_lookup;
