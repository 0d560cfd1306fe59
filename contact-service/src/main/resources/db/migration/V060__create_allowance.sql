-- What a tenant may use here and what it uses. Every service that counts something carries this text unchanged in a
-- migration of its own, after db/events.sql (Flyway fills in the schema's name, from which the roles have theirs).

-- How a tenant stands and what its plan allows, as tenant-service last told it. Where there is no row it has not told yet:
-- everything is allowed, and counted.
create table tenant_standing (
  tenant_id uuid primary key default current_setting('app.tenant_id')::uuid,
  status text not null,
  timezone text not null,
  -- ce_sequence of the event that last told of status and time zone, so that an older one changes nothing
  sequence bigint not null,
  -- metric → size; what is not named is not limited
  limits jsonb not null default '{}',
  limits_sequence bigint not null default 0
);
alter table tenant_standing enable row level security;
alter table tenant_standing force row level security;
create policy tenant on tenant_standing to ${flyway:defaultSchema}_service
  using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
grant select, insert, update on tenant_standing to ${flyway:defaultSchema}_service;

-- What is used. A monthly metric has a row for each month of the tenant's time zone, so that nothing has to be reset; one
-- that tells how much there is has a single row, of no month.
create table usage_counter (
  tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
  metric text not null check (length(metric) between 1 and 60),
  month text not null default '' check (month ~ '^([0-9]{4}-[0-9]{2})?$'),
  used bigint not null default 0 check (used >= 0),
  -- the size at which it was told that the limit is reached, so that it is told once
  reached bigint,
  -- what tenant-service was last told of
  reported bigint,
  primary key (tenant_id, metric, month)
-- One row takes all of a tenant's messages: room on its page lets an update stay there and touch no index.
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
alter table usage_counter enable row level security;
alter table usage_counter force row level security;
create policy tenant on usage_counter to ${flyway:defaultSchema}_service
  using (tenant_id = (select current_setting('app.tenant_id')::uuid))
  with check (tenant_id = (select current_setting('app.tenant_id')::uuid));
create policy lookup on usage_counter for select to ${flyway:defaultSchema}_lookup using (true);
grant select, insert, update on usage_counter to ${flyway:defaultSchema}_service;
grant select (tenant_id, month, used, reported) on usage_counter to ${flyway:defaultSchema}_lookup;
-- What is to be reported is looked for in all tenants, among the rows of these months.
create index usage_counter_month on usage_counter (month);

-- Orders what is told about usage, for it has no sequence of an aggregate. One tenant's counter is told of under its lock.
create function usage_sequence() returns bigint language sql volatile as $$
  select (extract(epoch from clock_timestamp()) * 1000000)::bigint
$$;

-- Takes so much of a metric, in one statement of the caller's transaction: what others take of it at the same time waits
-- until that ends. With p_refusing nothing is taken where it would go beyond the limit. Who takes the last unit tells of it.
create function take_usage(
  p_metric text, p_amount bigint, p_monthly boolean, p_at timestamptz, p_refusing boolean,
  out taken boolean, out used_now bigint, out size bigint, out resets_at timestamptz
) language plpgsql as $$
declare
  tenant constant text := current_setting('app.tenant_id');
  zone text;
  of_month text := '';
  reached_before bigint;
begin
  select s.timezone, (s.limits ->> p_metric)::bigint into zone, size
  from tenant_standing s where s.tenant_id = tenant::uuid;
  if p_monthly then
    zone := coalesce(zone, 'UTC');
    of_month := to_char(p_at at time zone zone, 'YYYY-MM');
    resets_at := (date_trunc('month', p_at at time zone zone) + interval '1 month') at time zone zone;
  end if;
  insert into usage_counter as c (metric, month, used, reached)
  select p_metric, of_month, p_amount, case when p_amount >= size then size end
  where not p_refusing or size is null or p_amount <= size
  on conflict (tenant_id, metric, month) do update
    set used = c.used + excluded.used, reached = case when c.used + excluded.used >= size then size else c.reached end
    where not p_refusing or size is null or c.used + excluded.used <= size
  returning new.used, old.reached into used_now, reached_before;
  taken := found;
  if not taken then
    select coalesce(max(c.used), 0) into used_now from usage_counter c
    where c.tenant_id = tenant::uuid and c.metric = p_metric and c.month = of_month;
  elsif used_now >= size and reached_before is distinct from size then
    insert into outbox (topic, key, subject, aggregate_sequence, request_id, payload)
    values ('usage.limit-reached', tenant, tenant, usage_sequence(), null, jsonb_strip_nulls(jsonb_build_object(
      'metric', p_metric, 'size', size, 'used', used_now, 'month', nullif(of_month, ''),
      'resetsAt', to_char(resets_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))::text);
  end if;
end
$$;

-- Gives back what was taken at a moment. A level that goes below its limit can reach it again, and that is told again.
create function give_back_usage(p_metric text, p_amount bigint, p_monthly boolean, p_at timestamptz) returns void
language sql volatile as $$
  update usage_counter c set used = greatest(0, c.used - p_amount),
    reached = case when p_monthly or c.used - p_amount >= c.reached then c.reached end
  where c.tenant_id = current_setting('app.tenant_id')::uuid and c.metric = p_metric
    and c.month = case when p_monthly then to_char(p_at at time zone coalesce((
      select s.timezone from tenant_standing s where s.tenant_id = current_setting('app.tenant_id')::uuid), 'UTC'),
      'YYYY-MM') else '' end
$$;

-- Tells of the counters that changed since they were last told of.
create function report_usage() returns void language sql volatile as $$
  with changed as (
    update usage_counter c set reported = c.used
    where c.tenant_id = current_setting('app.tenant_id')::uuid and c.reported is distinct from c.used
    returning c.metric, c.month, c.used
  )
  insert into outbox (topic, key, subject, aggregate_sequence, payload)
  select 'usage.counted', current_setting('app.tenant_id'), current_setting('app.tenant_id'), usage_sequence(),
    jsonb_build_object('counters', jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'metric', metric, 'month', nullif(month, ''), 'used', used)) order by metric, month))::text
  from changed having count(*) > 0
$$;

grant execute on function usage_sequence, take_usage, give_back_usage, report_usage to ${flyway:defaultSchema}_service;

-- Whose counters changed since they were last told of: this month's, the last one's, and those of no month.
create function tenants_with_unreported_usage(p_now timestamptz, p_limit integer) returns table (tenant_id uuid)
  language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select distinct c.tenant_id from usage_counter c
  where c.month in ('', to_char(p_now at time zone 'UTC' - interval '1 month', 'YYYY-MM'),
      to_char(p_now at time zone 'UTC', 'YYYY-MM'), to_char(p_now at time zone 'UTC' + interval '1 day', 'YYYY-MM'))
    and c.reported is distinct from c.used
  limit p_limit
$$;
revoke all on function tenants_with_unreported_usage(timestamptz, integer) from public;
grant execute on function tenants_with_unreported_usage(timestamptz, integer) to ${flyway:defaultSchema}_service;
alter function tenants_with_unreported_usage(timestamptz, integer) owner to ${flyway:defaultSchema}_lookup;
