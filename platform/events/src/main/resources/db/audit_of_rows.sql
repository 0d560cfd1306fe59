-- record_audit() anew, for statements that change many rows: calling audit_values() for each of them cost several times
-- as much as what it does. Every service carries this text unchanged in a migration of its own, after db/audit.sql.

-- A value as an entry shows it; null where there is none.
create function audit_shown(p_value jsonb, p_redacted boolean) returns jsonb language sql stable parallel safe as $$
  select case when p_value = 'null' then null when p_redacted then '"[redacted]"'::jsonb
    when length(p_value::text) > 2000 then to_jsonb('[' || length(p_value::text) || ' characters]') else p_value end
$$;
grant execute on function audit_shown to ${flyway:defaultSchema}_service;

create or replace function record_audit() returns trigger language plpgsql as $$
declare
  resource constant text := tg_argv[0];
  ids constant text[] := tg_argv[1]::text[];
  redacted constant text[] := tg_argv[2]::text[];
  passed_over constant text[] := tg_argv[3]::text[];
  changes jsonb[];
begin
  if current_user = '${flyway:defaultSchema}_lookup' then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    with old_row as materialized (
      select case when cardinality(ids) = 1 then r.row ->> ids[1] else audit_id(r.row, ids) end as id,
        r.row - passed_over as row
      from (select to_jsonb(t) as row from old_rows t) r
    ), new_row as materialized (
      select case when cardinality(ids) = 1 then r.row ->> ids[1] else audit_id(r.row, ids) end as id,
        r.row - passed_over as row
      from (select to_jsonb(t) as row from new_rows t) r
    )
    select array_agg(jsonb_build_object('action', 'updated',
        'resource', jsonb_build_object('type', resource, 'id', n.id), 'oldValues', v.before, 'newValues', v.after))
    into changes
    from old_row o join new_row n on n.id = o.id and n.row <> o.row
    cross join lateral (
      select coalesce(jsonb_object_agg(c.name, c.before) filter (where c.before is not null), '{}') as before,
        coalesce(jsonb_object_agg(c.name, c.after) filter (where c.after is not null), '{}') as after
      from (
        select audit_name(a.key) as name, audit_shown(o.row -> a.key, a.key = any (redacted)) as before,
          audit_shown(a.value, a.key = any (redacted)) as after
        from jsonb_each(n.row) a where a.value <> o.row -> a.key) c) v;
  elsif tg_op = 'INSERT' then
    select array_agg(jsonb_build_object('action', 'created',
        'resource', jsonb_build_object('type', resource,
          'id', case when cardinality(ids) = 1 then r.row ->> ids[1] else audit_id(r.row, ids) end),
        'newValues', v.shown))
    into changes
    from (select to_jsonb(t) as row from new_rows t) r
    cross join lateral (
      select coalesce(jsonb_object_agg(audit_name(c.key), audit_shown(c.value, c.key = any (redacted))), '{}') as shown
      from jsonb_each(r.row - passed_over) c where c.value <> 'null') v;
  else
    select array_agg(jsonb_build_object('action', 'deleted',
        'resource', jsonb_build_object('type', resource,
          'id', case when cardinality(ids) = 1 then r.row ->> ids[1] else audit_id(r.row, ids) end),
        'oldValues', v.shown))
    into changes
    from (select to_jsonb(t) as row from old_rows t) r
    cross join lateral (
      select coalesce(jsonb_object_agg(audit_name(c.key), audit_shown(c.value, c.key = any (redacted))), '{}') as shown
      from jsonb_each(r.row - passed_over) c where c.value <> 'null') v;
  end if;
  if changes is not null then
    perform audit_append(changes);
  end if;
  return null;
end
$$;
